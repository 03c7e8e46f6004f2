// A page that is opened from itself, with another track, would stay scrolled where it was.
let seen = ""

export default ({ data }) => {
  if (data && data !== seen) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0)
  seen = data
}
