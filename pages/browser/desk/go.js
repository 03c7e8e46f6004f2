// Leads the browser to another page.
export default ({ data }) => globalThis.location.replace(data)
