import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconLayoutSidebar,
  IconPrinter,
  IconRotateClockwise,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { PageField } from './PageField.tsx';
import classes from './PdfTools.module.css';
import { CHOICES, type Zoom } from './zoom.ts';

export interface PdfToolsProps {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  /** What `zoom` comes to. */
  readonly share: number;
  readonly thumbnails: boolean;
  readonly finding: boolean;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onTurn: () => void;
  readonly onThumbnails: () => void;
  readonly onFind: () => void;
  readonly onPrint: () => void;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function PdfTools(props: PdfToolsProps): ReactNode {
  const t = useT();
  const { zoom, share, onZoom } = props;
  return (
    <div className={classes.tools} data-testid="pdf-tools">
      <Tool name={t('documentPreview.thumbnails')} onClick={props.onThumbnails} on={props.thumbnails} testId="pdf-thumbnails">
        <IconLayoutSidebar size={16} />
      </Tool>
      <PageField page={props.page} pages={props.pages} onPage={props.onPage} />
      <span className={classes.space} />
      <Tool name={t('documentPreview.zoomOut')} onClick={() => props.onStep(-1)} testId="pdf-zoom-out">
        <IconZoomOut size={16} />
      </Tool>
      <Menu position="bottom">
        <Menu.Target>
          <button
            type="button"
            className={classes.zoom}
            aria-label={t('documentPreview.zoom', { zoom: percent(share) })}
            data-testid="pdf-zoom"
          >
            {percent(share)}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onZoom('width')}>{t('documentPreview.fitWidth')}</Menu.Item>
          <Menu.Item onClick={() => onZoom('page')}>{t('documentPreview.fitPage')}</Menu.Item>
          <Menu.Divider />
          {CHOICES.map((choice) => (
            <Menu.Item key={choice} onClick={() => onZoom(choice)} data-testid={`pdf-zoom-${choice * 100}`}>
              {percent(choice)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Tool name={t('documentPreview.zoomIn')} onClick={() => props.onStep(1)} testId="pdf-zoom-in">
        <IconZoomIn size={16} />
      </Tool>
      <Tool name={t('documentPreview.fitWidth')} onClick={() => onZoom('width')} on={zoom === 'width'} testId="pdf-fit">
        <IconArrowAutofitWidth size={16} />
      </Tool>
      <Tool name={t('documentPreview.rotate')} onClick={props.onTurn} testId="pdf-rotate">
        <IconRotateClockwise size={16} />
      </Tool>
      <Tool name={t('documentPreview.find')} onClick={props.onFind} on={props.finding} testId="pdf-find">
        <IconSearch size={16} />
      </Tool>
      <Tool name={t('documentPreview.print')} onClick={props.onPrint} testId="pdf-print">
        <IconPrinter size={16} />
      </Tool>
    </div>
  );
}

interface ToolProps {
  readonly name: string;
  readonly onClick: () => void;
  /** A tool that stays pressed. */
  readonly on?: boolean;
  readonly testId: string;
  readonly children: ReactNode;
}

function Tool({ name, onClick, on, testId, children }: ToolProps): ReactNode {
  return (
    <Tooltip label={name}>
      <ActionIcon
        onClick={onClick}
        aria-label={name}
        aria-pressed={on}
        variant={on ? 'light' : 'subtle'}
        color={on ? 'ink' : 'gray'}
        data-testid={testId}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
