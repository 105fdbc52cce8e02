import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Only its name matters: what it looks like is said in tokens.css, for light and dark. */
const petrol: MantineColorsTuple = [
  '#e6f1f1',
  '#cfe2e2',
  '#a3c7ca',
  '#73aab0',
  '#4a919a',
  '#2c7f8a',
  '#0b5563',
  '#0a4b57',
  '#07414c',
  '#042f38',
];

// A lock on scrolling writes a style element, which the security policy refuses; overscroll is contained in CSS instead.
const overlay = { lockScroll: false, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } };

/** On a filled ground the ink of that ground: white on petrol, and dark on the light petrol of dark screens. */
const inkOnFilled: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--accent-on)' } : colors;
};

export const theme = createTheme({
  variantColorResolver: inkOnFilled,
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-code)',
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 6 },
  colors: { petrol },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Named, not imported: a component that only some screen uses must not come with the first page.
  components: {
    Button: { defaultProps: { size: 'sm', fw: 500 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    Input: { defaultProps: { size: 'sm' } },
    // what says that nothing was found stands where options stand, and is read as one that cannot be taken
    ComboboxEmpty: { defaultProps: { role: 'option', 'aria-disabled': true } },
    Modal: { defaultProps: { ...overlay, centered: false, yOffset: '8vh' } },
    Drawer: { defaultProps: overlay },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, withinPortal: true } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 100 } } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, transitionProps: { duration: 80 } } },
  },
});
