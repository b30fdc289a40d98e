/** The width below which the frame takes its phone form; style sheets say the same. */
export const phone = '(max-width: 767px)'
