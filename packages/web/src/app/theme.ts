import { Checkbox, createTheme, Input, Menu, Popover, Tooltip } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core'
import { takeWithEnter } from './chooser.ts'
import { PatientButton } from './patient-button.tsx'

/**
 * Hands the tokens to the component library. Its own palettes stay in use only for tints the tokens do not
 * name; everything it paints by role (text, body, borders, primary) is pointed at a token below.
 */

const warmGrey: MantineColorsTuple = [
  '#fbfaf7',
  '#f4f2ec',
  '#ece9e2',
  '#e6e3dc',
  '#cfcbc2',
  '#8f8a80',
  '#625e56',
  '#4a4740',
  '#2c2a26',
  '#1f1e1b',
]

const warmDark: MantineColorsTuple = [
  '#edebe6',
  '#cbc7be',
  '#a8a399',
  '#79746b',
  '#3a3732',
  '#2c2a26',
  '#1d1c19',
  '#171614',
  '#131210',
  '#0d0c0b',
]

const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const tone = color === 'danger' ? 'danger' : color === 'accent' ? 'accent' : 'ink'
  switch (variant) {
    case 'filled':
      return tone === 'danger'
        ? {
            background: 'var(--danger)',
            hover: 'var(--danger-hover)',
            color: 'var(--on-danger)',
            border: '1px solid transparent',
          }
        : {
            background: 'var(--accent)',
            hover: 'var(--accent-hover)',
            color: 'var(--on-accent)',
            border: '1px solid transparent',
          }
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: variant === 'subtle' ? 'var(--hover)' : 'transparent',
        color: `var(--${tone})`,
        border: '1px solid transparent',
      }
    case 'light':
      return {
        background: 'var(--sunken)',
        hover: 'var(--hover)',
        color: `var(--${tone})`,
        border: '1px solid transparent',
      }
    default:
      return {
        background: 'var(--surface)',
        hover: 'var(--hover)',
        color: `var(--${tone})`,
        border: '1px solid var(--hairline)',
      }
  }
}

/**
 * What is typed into a list to choose from marks the first that fits, and Enter takes it. Plain objects, as the components
 * themselves load with the pages that have them.
 */
const chooser = { defaultProps: { selectFirstOptionOnChange: true, onKeyDownCapture: takeWithEnter } }

export const theme = createTheme({
  primaryColor: 'gray',
  primaryShade: { light: 9, dark: 0 },
  colors: { gray: warmGrey, dark: warmDark },
  white: '#ffffff',
  black: '#1f1e1b',
  variantColorResolver,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '1.45' },
      h3: { fontSize: '15px', lineHeight: '1.45' },
    },
  },
  fontSizes: { xs: '13px', sm: '13px', md: '15px', lg: '20px', xl: '40px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '28px', xl: '1' },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--shadow-float)',
    lg: 'var(--shadow-float)',
    xl: 'var(--shadow-float)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The types do not know that what draws a button has a default like anything else.
    Button: { defaultProps: { variant: 'default', size: 'sm', component: PatientButton } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 32, component: PatientButton } },
    Checkbox: Checkbox.extend({
      defaultProps: { color: 'var(--ink)', iconColor: 'var(--paper)', size: 'xs', radius: 'xs' },
    }),
    Input: Input.extend({
      vars: () => ({ wrapper: { '--input-fz': 'var(--text)', '--input-bd': 'var(--edge)' } }),
    }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, position: 'bottom-end', offset: 4 },
    }),
    Popover: Popover.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, offset: 4 },
    }),
    // As plain objects, since no first screen has them.
    Modal: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 120, transition: 'fade' },
        overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
        yOffset: '6dvh',
      },
    },
    Select: chooser,
    MultiSelect: chooser,
    SegmentedControl: { defaultProps: { withItemsBorders: false } },
    Switch: { defaultProps: { color: 'var(--ink)', withThumbIndicator: false, size: 'sm' } },
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 120 }, offset: 6, color: 'var(--ink)' },
      vars: () => ({ tooltip: { '--tooltip-color': 'var(--paper)', '--tooltip-bg': 'var(--ink)' } }),
    }),
  },
})

const roles = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-anchor': 'var(--ink)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-success': 'var(--approved)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--hairline)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-soft)',
  '--mantine-color-disabled-border': 'var(--hairline)',
  '--mantine-primary-color-filled': 'var(--ink)',
  '--mantine-primary-color-contrast': 'var(--paper)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: roles, dark: roles })
