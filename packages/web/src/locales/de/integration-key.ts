import type { integrationKey as english } from '../en/integration-key.ts'
import type { Words } from '../words.ts'

export const integrationKey: Words<typeof english> = {
  title: 'Integrationsschlüssel',
  text: 'Zapier und andere Dienste, die mit Timetracker.in arbeiten, nehmen diesen Schlüssel. Er darf alles, was Sie dürfen; es gibt einen, und er gilt, bis Sie ihn ersetzen.',
  generate: 'Schlüssel erstellen',
  isOff: 'Abgeschaltet: Was ihn verwendet, wird abgewiesen.',
  replace: 'Schlüssel ersetzen',
  replaceTitle: 'Den Integrationsschlüssel ersetzen?',
  replaceText:
    'Der alte Schlüssel gilt sofort nicht mehr: Jede Integration, die ihn verwendet, wartet auf den neuen. Das lässt sich nicht rückgängig machen.',
  revokeTitle: 'Den Integrationsschlüssel widerrufen?',
  revokeText:
    'Jede Integration, die ihn verwendet, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.',
}
