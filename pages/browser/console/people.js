// Right: who is in the room, by organisation, and who still has to answer.
import { html, useMemo, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"
import { _ } from "../../../exercises/kit/browser/i18n.js"
import { AtDoor } from "./at_door.js"
import { Takeovers, Unknown } from "./doubts.js"
import { Plus } from "./icons.js"
import { Person } from "./person.js"
import { AddPerson } from "./person_dialogs.js"
import { Undo } from "./undo.js"

// from this many people on there is a search field
const MANY = 30

export function People({ data, ui }) {
  const { people, current } = data
  const [search, setSearch] = useState("")
  const [waiting, setWaiting] = useState(false)
  const many = people.length > MANY
  const groups = useMemo(() => groupsOf(many ? found(people, search, waiting) : people), [
    people,
    search,
    waiting,
  ])
  return html`<aside class="con-people" aria-label=${_("In de zaal")}>
    <div class="con-people-head">
      <h2>${_("In de zaal")}</h2>
      <button type="button" class="con-link" onClick=${() =>
    openAdd(data, ui)}><${Plus} size=${16} />${_("Iemand zonder gsm")}</button>
    </div>
    ${data.takes_guests && html`<p class="con-small con-guests">${guestsText(data.guests)}</p>`}
    <${AtDoor} data=${data} ui=${ui} />
    <${Takeovers} people=${people} ui=${ui} />
    <${Unknown} people=${people} ui=${ui} />
    ${
    many &&
    html`<${Finder} search=${search} onSearch=${setSearch} waiting=${waiting} onWaiting=${
      current ? setWaiting : null
    } />`
  }
    <div class="con-people-list" tabindex="-1">
      ${
    groups.map((group) =>
      html`<${Group} key=${group.name} group=${group} current=${current} ui=${ui} />`
    )
  }
      ${
    groups.length === 0 &&
    html`<p class="con-small">${
      people.length ? _("Niemand gevonden.") : _("Nog niemand. Wie binnenkomt, verschijnt hier.")
    }</p>`
  }
    </div>
    <${Undo} entries=${data.undo} act=${ui.act} />
    <${Questions} questions=${current?.questions} />
  </aside>`
}

function guestsText(n) {
  if (!n) return _("Nog geen gasten.")
  return n === 1 ? _("1 gast") : _("{n} gasten", { n })
}

function Finder({ search, onSearch, waiting, onWaiting }) {
  return html`<div class="con-find">
    <input type="search" class="field" aria-label=${
    _("Zoek een naam of organisatie")
  } placeholder=${_("Zoek een naam")} value=${search} onInput=${(event) =>
    onSearch(event.target.value)} />
    ${
    onWaiting && html`<label><input type="checkbox" checked=${waiting} onChange=${() =>
      onWaiting(!waiting)} /> ${_("Enkel wie nog niet antwoordde")}</label>`
  }
  </div>`
}

function Group({ group, current, ui }) {
  const slot = current?.on_behalf?.slot ?? null
  return html`
    <section class="con-group">
      <h3><span class="name" translate="no">${group.name}</span><span class="con-group-n">${tally(
        group,
        current,
      )}</span></h3>
      <ul>${group.people.map((person) =>
        html`
          <${Person} key=${person.id} person=${person} behalf=${current?.on_behalf ??
            null} slot=${slot}
            ui=${ui} />
        `
      )}</ul>
    </section>
  `
}

/**
 * How many of this organisation answered; shown for larger groups only.
 */
function tally({ people }, current) {
  if (people.length < 5) return null
  const done = people.filter((person) => person.answered).length
  return current ? _("{n} van {m}", { n: done, m: people.length }) : people.length
}

/** Groups people by organisation; the server sends them in the facilitator's order. */
function groupsOf(people) {
  const groups = new Map()
  for (const person of people) {
    const key = person.organisation ?? ""
    if (!groups.has(key)) {
      groups.set(key, { name: key || _("Zonder organisatie"), tile: person.tile, people: [] })
    }
    groups.get(key).people.push(person)
  }
  return [...groups.values()]
}

function found(people, search, waiting) {
  const wanted = plain(search.trim())
  return people.filter((person) =>
    (!waiting || person.answered === false) &&
    (!wanted || plain(`${person.name} ${person.organisation}`).includes(wanted))
  )
}

// 'ayse' finds Ayşe
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

function openAdd(data, ui) {
  const organisations = data.organisations ?? groupsOf(data.people)
  ui.open((close) =>
    html`
      <${AddPerson} organisations=${organisations} canAdd=${data.can_add_org} act=${ui.act}
        onClose=${close} />
    `
  )
}

function Questions({ questions }) {
  return questions?.length > 0 &&
    html`<section class="con-ask" tabindex="0" aria-label=${_("Om te vragen")}>
    <h2>${_("Om te vragen")}</h2>
    ${questions.map((question) => html`<p key=${question}>${question}</p>`)}
  </section>`
}
