// What was said of a gift: on the way to the server already, or as the page has it.

/** Whether something was said: also that nothing came of it, or what is kept from this phone. */
export function saidNow(gift, api) {
  const now = api.slot(gift.slots.text).own ?? gift
  return Boolean((now.text ?? "").trim() || now.nothing || gift.unread)
}

/** An api for one field: its words go with what says whose gift it was. */
export function withGiver(api, slot, giver) {
  return {
    ...api,
    send: (to, payload) => api.send(to, to === slot ? { ...payload, giver } : payload),
  }
}
