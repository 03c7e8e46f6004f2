// While hosts unwrap, who filled a gift may still wrap it: with one button, for there is no time
// left to choose paper.
import { html } from "../../kit/browser/vendor/htm-preact.js"
import { _ } from "../../kit/browser/i18n.js"
import { useGuard } from "../../kit/browser/guard.js"
import { Alert, Unplugged } from "../../kit/browser/figures.js"
import { notYet } from "../../kit/browser/saving.js"

export function Late({ data, scene, api }) {
  if (scene.stage !== "unwrap" || !scene.open) return null
  return data.mine.filter((gift) => gift.state === "empty" && !gift.group && gift.count > 0).map((
    gift,
  ) => html`<${One} key=${gift.key} gift=${gift} api=${api} />`)
}

function One({ gift, api }) {
  const slot = `${gift.key}.wrap`
  const sent = api.slot(slot)
  const guarded = useGuard()
  const busy = sent.status === "sending" || sent.status === "waiting"
  return html`
    <section class="asked">
      <p><span>${_(
        "Nog niet ingepakt: je cadeautje voor",
      )}</span><b class="name" translate="no" dir="auto">${gift.to.soft ?? gift.to.name}</b></p>
      <div role="status">${sent.status === "refused"
        ? html`<p class="refused"><${Alert} />${sent.reason}</p>`
        : sent.status === "waiting"
        ? html`<p class="refused"><${Unplugged} />${notYet(sent)}</p>`
        : null}</div>
      <button type="button" class="btn wide" aria-disabled=${busy} aria-label=${_(
        "Pak het in, voor {name}",
        { name: gift.to.name },
      )}
        onClick=${guarded(() =>
          api.send(slot, { wrapped: true, paper: gift.paper, ribbon: gift.ribbon })
        )}>${_("Pak het in")}</button>
    </section>
  `
}
