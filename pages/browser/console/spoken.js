// What a screen reader says of the exercise that is on, on console and remote.
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { stageOf } from "./act.js"

const AWAY = { pause: () => _("Pauze."), lobby: () => _("Onthaal.") }

/** Where the exercise is, after what the room sees instead of it. */
export function spoken({ meeting, current }) {
  const title = (current.step?.title ?? current.title).replace(/[.!?]$/, "")
  const place = [title, stageOf(current)?.label, current.page].filter(Boolean).join(". ")
  return [AWAY[meeting.state]?.(), `${place}.`].filter(Boolean).join(" ")
}
