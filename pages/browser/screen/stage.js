// The layout of 1920x1080 within a window of any size.
import { useLayoutEffect, useState } from "../../../exercises/kit/browser/vendor/htm-preact.js"

const WIDTH = 1920
const HEIGHT = 1080
// the share of the surplus height that goes above the layout; the rest goes below
const ABOVE = 0.36

/**
 * Scale and place of the stage, as custom properties: --above and --below say how much wall and
 * floor there is extra.
 */
export function useStage(room) {
  const [box, measure] = useState({ width: WIDTH, height: HEIGHT })
  useLayoutEffect(() => {
    const look = () =>
      measure({
        width: room.current.clientWidth || WIDTH,
        height: room.current.clientHeight || HEIGHT,
      })
    const watch = new ResizeObserver(look)
    watch.observe(room.current)
    look()
    return () => watch.disconnect()
  }, [])
  const scale = Math.min(box.width / WIDTH, box.height / HEIGHT)
  const spare = box.height / scale - HEIGHT
  return {
    "--scale": scale,
    "--stage-left": `${(box.width - WIDTH * scale) / 2}px`,
    "--stage-top": `${spare * ABOVE * scale}px`,
    "--above": `${spare * ABOVE}px`,
    "--below": `${spare * (1 - ABOVE)}px`,
    "--beside": `${(box.width / scale - WIDTH) / 2}px`,
  }
}
