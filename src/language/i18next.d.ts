import type source from '../../content/interface/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof source };
  }
}
