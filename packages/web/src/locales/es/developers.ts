import type { developers as english } from '../en/developers.ts'
import type { Words } from '../words.ts'

export const developers: Words<typeof english> = {
  title: 'Desarrollo',
  own: 'La API propia de Sundial',
  ownText: 'Todo lo que hace esta aplicación puede hacerlo un programa, con una clave y esta dirección.',
  address: 'URL base',
  key: 'Clave',
  keyNeeded:
    'Una clave que puede todo lo que puede usted. En Claves de API se crean otras con menos permisos.',
  keyName: 'Script',
  reference: 'Referencia',
  referenceText:
    'Cada punto de acceso con ejemplos en curl, JavaScript, PHP y Python, y un formulario para probarlo.',
  openApi: 'OpenAPI',
  postman: 'Postman',
  openApiOf: 'Documento OpenAPI de {{title}}',
  postmanOf: 'Colección de Postman de {{title}}',
  everything: 'Todo como texto sin formato, para modelos de lenguaje',
  recipes: 'Recetas',
  recipesText: 'Paso a paso, con la dirección de este servidor ya puesta.',
  allRecipes: 'Todas las recetas',
  recipe: {
    phone: 'Atajos en el teléfono',
    terminal: 'El temporizador en un terminal',
    live: 'Eventos en directo',
    billing: 'Una exportación para facturar',
    toggl: 'Una línea de órdenes de Toggl',
    grandTotal: 'GrandTotal',
    zapier: 'Zapier',
    timeTracker: 'Las aplicaciones de TimeTracker',
  },
  fromConnect: 'Atajos, scripts, Zapier, GrandTotal y la referencia de cada API.',
}
