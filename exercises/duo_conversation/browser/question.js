// One question at a time. Each phone goes through them by itself, unless the facilitator chose one
// for everybody.
import { html, useState } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { Chevron } from "../../kit/browser/figures.js"

export function Question({ data, api }) {
  const { questions, chosen } = data
  const place = `question-${data.round}`
  const [at, setAt] = useState(() => Number(api.draft(place)) || 0)
  if (!questions.length) {
    return html`
      <section class="question">
        <h1>${_("Praat vrij met elkaar.")}</h1>
      </section>
    `
  }
  const fixed = chosen ? questions.findIndex((one) => one.key === chosen) : -1
  const now = fixed >= 0 ? fixed : Math.min(at, questions.length - 1)
  const go = (by) => {
    const next = Math.max(0, Math.min(questions.length - 1, now + by))
    setAt(next)
    api.keep(place, String(next))
  }
  const text = questions[now].text
  return html`<section class="question">
    <p class="which-question">${_("Vraag {n} van {m}", { n: now + 1, m: questions.length })}</p>
    <h1 class=${text.length > 100 ? "long" : ""} dir="auto">${text}</h1>
    ${
    fixed >= 0
      ? html`<p class="all">${_("Iedereen praat nu over deze vraag.")}</p>`
      : questions.length > 1 && html`
        <div class="turn">
          <button type="button" class="btn quiet" aria-disabled=${now === 0}
            onClick=${() => go(-1)}><${Chevron} dir="left" />${_("Vorige")}</button>
          <button type="button" class="btn quiet" aria-disabled=${now === questions.length - 1}
            onClick=${() => go(1)}>${_("Volgende")}<${Chevron} dir="right" /></button>
        </div>
      `
  }
  </section>`
}
