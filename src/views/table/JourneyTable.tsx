import {
  type CSSProperties,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isSelected } from '../../editing';
import type { RunResult } from '../../simulation/results';
import { ContextMenu } from '../../controls/ContextMenu';
import { EmptyState } from '../../controls/EmptyState';
import { useLanguage } from '../../controls/LanguageProvider';
import { canBeWalked } from '../../runs/store';
import { stageWords } from '../../insight/flow';
import { useEditorState } from '../session';
import { FilterNote } from '../map/filter';
import { TableBar } from './TableBar';
import { GridContext } from './TableContext';
import { TableHeads } from './TableHeads';
import styles from './Table.module.css';
import { TableRowView } from './TableRows';
import { useColumns } from './useColumns';
import { type Grid, useGrid } from './useGrid';
import { useLanes } from './useLanes';
import { useMountedColumns } from './useMountedColumns';
import { usePeople } from './usePeople';
import { useRenaming } from './useRenaming';
import { useTableActions } from './useTableActions';
import { useTableKeys } from './useTableKeys';
import { useTableMenu } from './useTableMenu';
import { useTableModel } from './useTableModel';
import { useTablePointer } from './useTablePointer';

/**
 * The journey as a table: touchpoints across, lanes down, the emotion curve through it. Only the
 * columns in sight, and the current one, are mounted.
 */
export function JourneyTable({ run }: { readonly run: RunResult | null }) {
  const { t } = useLanguage();
  const selection = useEditorState((state) => state.selection);
  const isRenaming = useRenaming();
  const people = usePeople();
  const lanes = useLanes();
  const [showAim, setAim] = useState(true);
  const model = useTableModel(run, lanes.lanes, people.shown);
  const { columns, rows, chosen } = model;
  const told = useStageWords(run);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useGrid(scroller, model.shape);
  const { active, editing, actions } = grid;
  const activeIndex = columns.findIndex(({ key }) => key === active.column);
  const { indexes, start, end } = useColumns(scroller, columns.length, activeIndex);
  const mounted = useMountedColumns(model, indexes);
  const tools = useTableActions(grid, rows, columns, lanes);
  const onKeyDown = useTableKeys(grid, tools, lanes);
  const menu = useTableMenu(tools, lanes, rows, actions.focus);
  const pointer = useTablePointer(grid, tools, rows, menu);

  useRevealed(scroller, chosen, grid.reveal);

  return (
    <GridContext value={actions}>
      <div className={styles.view}>
        <TableBar
          people={people.all}
          shown={people.shown}
          onToggle={people.toggle}
          showAim={showAim}
          onAim={setAim}
          laneItems={lanes.items}
          onKeep={lanes.keep}
        />
        {model.met !== null && (
          <div className={styles.filter}>
            <FilterNote met={model.met} />
          </div>
        )}
        {columns.length === 0 && (
          <EmptyState title={t('table.filter.none')}>{t('table.filter.none.text')}</EmptyState>
        )}
        <ContextMenu label={t('map.menu')} items={menu.items} onOpenChange={menu.onOpenChange}>
          <div
            ref={scroller}
            role="grid"
            hidden={columns.length === 0}
            tabIndex={-1}
            aria-label={t('table.label')}
            aria-rowcount={rows.length + 2}
            aria-colcount={columns.length + 1}
            className={styles.scroller}
            onKeyDown={onKeyDown}
            {...pointer}
          >
            <div
              role="presentation"
              className={styles.sheet}
              style={{ '--columns': columns.length } as CSSProperties}
            >
              <TableHeads
                model={model}
                told={told}
                mounted={mounted}
                active={active}
                activeIndex={activeIndex}
                onAdd={tools.add}
              />
              {rows.map((row, index) => (
                <TableRowView
                  key={row.key}
                  row={row}
                  place={index + 3}
                  mounted={mounted}
                  columns={columns}
                  touchpoints={model.touchpoints}
                  links={model.links}
                  people={people.shown}
                  showAim={showAim}
                  start={start}
                  end={end}
                  activeColumn={active.row === row.key ? active.column : null}
                  editingColumn={editing?.row === row.key ? editing.column : null}
                  items={lanes.itemsOf(row.lane)}
                  isLaneSelected={isSelected(selection, { collection: 'lanes', id: row.lane.id })}
                  isRenaming={isRenaming('lanes', row.lane.id)}
                />
              ))}
              {rows.length === 0 && <p className={styles.none}>{t('table.lanes.none')}</p>}
            </div>
          </div>
        </ContextMenu>
      </div>
    </GridContext>
  );
}

/** What a run says of each stage; null while the first is on its way: the lines below must not move when it comes. */
function useStageWords(run: RunResult | null) {
  const language = useLanguage();
  const map = useDeferredValue(useEditorState((state) => state.map));
  return useMemo(
    () => (run ? stageWords(map, run, language) : canBeWalked(map) ? null : {}),
    [map, run, language],
  );
}

/** A touchpoint selected elsewhere comes into view here. */
function useRevealed(
  scroller: RefObject<HTMLElement | null>,
  chosen: string | null,
  reveal: Grid['reveal'],
) {
  useEffect(() => {
    const box = scroller.current;
    if (chosen !== null && box && !box.contains(document.activeElement)) reveal(chosen);
    // Only another selection moves the view.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [chosen]);
}
