// Waiting for a meeting that is not open yet, or to be let in again: the doorbell tells when something changed, and the
// door itself whether this phone may go on.
import { Bell } from "../runtime/bell.js"

const script = document.querySelector("script[data-bell]")
const { bell: address, reload } = script.dataset
const numbersSeen = {}

async function look() {
  const answer = await fetch(location.pathname, { redirect: "manual" })
  // what was typed stays as long as the door has nothing better than this page
  if (answer.type === "opaqueredirect" || reload) location.replace(location.pathname)
}

function changed(numbers) {
  const news = Object.entries(numbers).some(([topic, number]) =>
    (numbersSeen[topic] ?? number) !== number
  )
  Object.assign(numbersSeen, numbers)
  return news
}

const noWord = () => {}
new Bell(
  `${address}?als=door&voor=steps,people`,
  ({ numbers }) => numbers && changed(numbers) && look().catch(noWord),
  noWord,
  noWord,
)
