import type { DescribedWire } from './documents.ts'
import { current, framed, sideList } from './frame.ts'
import { html } from './html.ts'
import { listRecipes, recipeHtml, recipeText, slugOf } from './recipes.ts'

/** A recipe as a page of this server; the index is one too. */
export function recipePage(wires: readonly DescribedWire[], file: string, baseUrl: string): string {
  const recipes = listRecipes()
  const slug = slugOf(file)
  const title = recipes.find((each) => each.slug === slug)?.title ?? 'Recipes'
  const side = sideList(
    'Recipes',
    html`<ul class="side-pages">
      ${recipes.map(
        (each) =>
          html`<li>
            <a href="/docs/recipes/${each.slug}" ${current(each.slug === slug, 'page')}>${each.title}</a>
          </li>`,
      )}
    </ul>`,
  )
  const crumb = slug === '' ? undefined : html`<p class="crumb"><a href="/docs/recipes">Recipes</a></p>`
  return framed(
    { wires, place: 'recipes', side, title },
    html`<div class="recipe">${crumb}${{ html: recipeHtml(recipeText(file, baseUrl)) }}</div>`,
  )
}
