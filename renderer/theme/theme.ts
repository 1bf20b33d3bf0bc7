import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Menu,
  Modal,
  NativeSelect,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** The one accent, light to dark. */
const ink = ['#eef5fa', '#dceaf4', '#b9d4e8', '#93bddb', '#6ea6cd', '#4c8cba', '#2f6d9e', '#1d5c8a', '#174a70', '#103653'] as const;

const field = { size: 'sm', radius: 'sm' } as const;

export const theme = createTheme({
  fontFamily: 'var(--g-font)',
  fontFamilyMonospace: 'var(--g-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink: [...ink] },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 28, variant: 'subtle', color: 'gray' } }),
    TextInput: TextInput.extend({ defaultProps: field }),
    Textarea: Textarea.extend({ defaultProps: field }),
    Select: Select.extend({ defaultProps: { ...field, comboboxProps: { transitionProps: { duration: 0 } } } }),
    NativeSelect: NativeSelect.extend({ defaultProps: field }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Menu: Menu.extend({
      defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 80 }, shadow: 'md', position: 'bottom-end' },
    }),
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 100 }, centered: true, size: 520, radius: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } }),
  },
});

/** Mantine's own colours, led back to the tokens. */
export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--g-surface)',
    '--mantine-color-text': 'var(--g-text)',
    '--mantine-color-dimmed': 'var(--g-text-3)',
    '--mantine-color-placeholder': 'var(--g-text-3)',
    '--mantine-color-default': 'var(--g-surface)',
    '--mantine-color-default-hover': 'var(--g-hover)',
    '--mantine-color-default-color': 'var(--g-text)',
    '--mantine-color-default-border': 'var(--g-line-strong)',
    '--mantine-color-error': 'var(--g-danger)',
    '--mantine-color-anchor': 'var(--g-accent)',
  };
  return {
    variables: {},
    light: shared,
    dark: shared,
  };
};
