import type { developers as english } from '../en/developers.ts'
import type { Words } from '../words.ts'

export const developers: Words<typeof english> = {
  title: 'Entwicklung',
  own: 'Die eigene API von Sundial',
  ownText: 'Alles, was diese App tut, kann auch ein Programm tun, mit einem Schlüssel und dieser Adresse.',
  address: 'Basisadresse',
  key: 'Schlüssel',
  keyNeeded:
    'Ein Schlüssel, der alles darf, was Sie dürfen. Einer, der weniger darf, entsteht unter API-Schlüssel.',
  keyName: 'Skript',
  reference: 'Referenz',
  referenceText:
    'Jeder Endpunkt mit Beispielen in curl, JavaScript, PHP und Python und einem Formular zum Ausprobieren.',
  openApi: 'OpenAPI',
  postman: 'Postman',
  openApiOf: 'OpenAPI-Dokument von {{title}}',
  postmanOf: 'Postman-Sammlung von {{title}}',
  everything: 'Alles als reiner Text, für Sprachmodelle',
  recipes: 'Anleitungen',
  recipesText: 'Schritt für Schritt, mit der Adresse dieses Servers ausgefüllt.',
  allRecipes: 'Alle Anleitungen',
  recipe: {
    phone: 'Kurzbefehle auf dem Telefon',
    terminal: 'Der Timer im Terminal',
    live: 'Ereignisse in Echtzeit',
    billing: 'Ein Export zur Abrechnung',
    toggl: 'Eine Toggl-Befehlszeile',
    grandTotal: 'GrandTotal',
    zapier: 'Zapier',
    timeTracker: 'Die Apps von TimeTracker',
  },
  fromConnect: 'Kurzbefehle, Skripte, Zapier, GrandTotal und die Referenz jeder API.',
}
