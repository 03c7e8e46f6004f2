// Ready-made shapes for who would rather not draw. Each is one line drawing in a box of 100 x 100,
// its foot near y = 95. The server reads this same list: what stands between the outer braces is
// JSON. Stored drawings count on the order, so new ones go at the end.
// deno-fmt-ignore
export const STAMPS = {
  "huis": "M12 48L50 14l38 34M20 42v50h60V42M42 92V64h16v28M62 24v-8h10v17",
  "deur": "M26 94V12h48v82M18 94h64M64 54v.1M36 22h28v22H36z",
  "boom": "M50 94V52M50 72l16-14M50 60c-22 8-38-6-34-24 3-16 20-26 34-24 16-3 33 8 34 26 1 16-14 28-34 22z",
  "hart": "M50 88C20 66 10 50 12 34c2-20 28-24 38-4 10-20 36-16 38 4 2 16-8 32-38 54z",
  "kop": "M18 40h52v30c0 12-8 20-18 20H36c-10 0-18-8-18-20zM70 48c22-4 22 28 0 26M34 30c-6-8 6-10 0-18M54 30c-6-8 6-10 0-18",
  "hand": "M34 94V70C22 58 14 50 18 46s10 2 16 8V22c0-8 10-8 10 0v20-26c0-8 11-8 11 0v26-22c0-8 11-8 11 0v24-14c0-8 10-8 10 0v34c0 10-6 18-10 30z",
  "tafel": "M6 48h88v10H6zM18 58v36M82 58v36",
  "mens": "M50 14a13 13 0 1 0 .1 0M50 40v28M50 46L26 60M50 46l24 14M50 68L34 94M50 68l16 26",
  "zon": "M50 32a18 18 0 1 0 .1 0M50 8v12M50 80v12M8 50h12M80 50h12M20 20l9 9M71 71l9 9M80 20l-9 9M29 71l-9 9",
  "bloem": "M50 94V54M50 80c-16 0-22-8-24-18 14 0 22 6 24 18M50 44a9 9 0 1 0-.1 0M50 26c-10-20 20-20 6 2 20-12 24 16 2 16 18 14-8 26-10 8-8 18-30 4-12-8-22-4-14-30 4-18z",
  "pan": "M16 46h68v34c0 8-6 12-12 12H28c-6 0-12-4-12-12zM10 46h80M16 58H4M84 58h12M38 36c-6-8 6-10 0-18M60 36c-6-8 6-10 0-18",
  "fiets": "M24 58a16 16 0 1 0 .1 0M76 58a16 16 0 1 0 .1 0M24 74l14-32h28l10 32M38 42l12 32L66 42M50 74H24M34 36h12M62 42l-4-12h12"
}
