// Why something is not saved yet, for the person who wrote it. What the laptop needs, the console says.
import { _ } from "./i18n.js"

/** `sent`: the state of a slot with status "waiting". */
export const notYet = (sent) => sent.reason
  ? _("Nog niet bewaard: de laptop kan even niet opslaan. Je gsm probeert het opnieuw.")
  : _("Nog niet bewaard: even geen verbinding.")
