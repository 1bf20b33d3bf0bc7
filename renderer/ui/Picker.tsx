import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useT } from '../i18n/context.tsx';
import classes from './Picker.module.css';

export interface PickerOption {
  readonly key: string;
  readonly label: ReactNode;
  /** Before the words: a mark or initials. */
  readonly mark?: ReactNode;
  /** After the words, quiet. */
  readonly hint?: string | undefined;
  readonly checked?: boolean;
}

export interface PickerProps {
  readonly title: ReactNode;
  readonly placeholder: string;
  /** What can be picked for what was typed. */
  readonly optionsFor: (typed: string) => readonly PickerOption[];
  readonly onPick: (key: string) => void;
  readonly onClose: () => void;
  /** Stays open after a click, for picking several; Enter closes either way. */
  readonly several?: boolean;
  readonly empty: string;
  readonly testId: string;
}

/** A small panel to choose by typing: arrows move, Enter picks, Escape leaves. */
export function Picker({ title, placeholder, optionsFor, onPick, onClose, several = false, empty, testId }: PickerProps): ReactNode {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const options = optionsFor(typed.trim());
  const current = Math.min(at, options.length - 1);
  const pick = (index: number, stay: boolean): void => {
    const option = options[index];
    if (!option) return;
    onPick(option.key);
    if (!stay) onClose();
    else setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) setAt((current + step + options.length) % options.length);
    else if (event.key === 'Enter') pick(current, several && (event.ctrlKey || event.metaKey));
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={360}
      centered={false}
      yOffset="12vh"
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      overlayProps={{ backgroundOpacity: 0.2 }}
    >
      <TextInput
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        aria-label={placeholder}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
        data-testid={testId}
      />
      <div id={id} role="listbox" aria-label={placeholder} aria-multiselectable={several || undefined} className={classes.list}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
          <div
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.checked ?? index === current}
            className={classes.option}
            data-current={index === current || undefined}
            data-testid={`${testId}-option`}
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(index, several)}
          >
            <span className={classes.mark}>{option.mark}</span>
            <span className={classes.words}>{option.label}</span>
            {option.hint && <span className={classes.hint}>{option.hint}</span>}
          </div>
        ))}
      </div>
      {options.length === 0 && (
        <div className={classes.empty} role="status">
          {empty}
        </div>
      )}
    </Modal>
  );
}
