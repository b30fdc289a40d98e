export const hiddenKey = {
  show: 'Show',
  hide: 'Hide',
  replace: 'Replace',
  confirm: 'Replace it',
} as const
