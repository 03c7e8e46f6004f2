// Sends a form without leaving the page, for where there may be no connection: who leaves then
// stands before an error page of the browser.

const LONGEST_MS = 15000

/**
 * @param {string} address
 * @param {URLSearchParams} body
 * @param {string} accept
 * @returns {Promise<Response | null>} null where no answer came
 */
export async function post(address, body, accept) {
  const ended = new AbortController()
  const clock = setTimeout(() => ended.abort(), LONGEST_MS)
  try {
    return await fetch(address, {
      method: "POST",
      headers: { Accept: accept },
      body,
      signal: ended.signal,
    })
  } catch {
    return null
  } finally {
    clearTimeout(clock)
  }
}
