type Tree = { readonly [key: string]: string | Tree }

/**
 * The words with each `…_other` also where the language has a form of its own for a million and the like: Spanish,
 * whose `many` is for counts that are written out as words. Without it such a count would be said in English.
 */
export function withAllForms<Words extends Tree>(words: Words, language: string): Words {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const fill = (tree: Tree): Tree => {
    const filled: Record<string, string | Tree> = {}
    for (const [key, value] of Object.entries(tree)) {
      if (key.endsWith('_other') && typeof value === 'string')
        for (const form of forms) filled[key.replace(/other$/, form)] ??= value
    }
    for (const [key, value] of Object.entries(tree))
      filled[key] = typeof value === 'string' ? value : fill(value)
    return filled
  }
  // Nothing was taken out, and only strings were added beside strings.
  return fill(words) as Words
}
