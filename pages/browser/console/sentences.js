/** Sentences one after another, without those that are empty. */
export const sentences = (...all) => all.filter(Boolean).join(" ")
