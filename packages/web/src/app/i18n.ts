import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import { inBackground } from '../lib/background.ts'
import { en } from '../locales/en.ts'

declare module 'i18next' {
  // Module augmentation only works with an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** With its one catalogue in the bundle, this is ready before the first render. */
export function startTranslations(): void {
  inBackground(
    i18n.use(initReactI18next).init({
      lng: 'en',
      fallbackLng: 'en',
      resources: { en: { translation: en } },
      interpolation: { escapeValue: false },
      initAsync: false,
    }),
  )
}
