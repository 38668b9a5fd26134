import {
  type CSSProperties,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
} from 'react';
import { isSelected, toggle } from '../../editing';
import type { RunResult } from '../../simulation/results';
import { ContextMenu } from '../../controls/ContextMenu';
import { EmptyState } from '../../controls/EmptyState';
import { useLanguage } from '../../controls/LanguageProvider';
import { useEditor, useEditorState } from '../session/EditorContext';
import { FilterNote } from '../map/filter/FilterNote';
import { useFiltered } from '../map/filter/useFiltered';
import { columnsOf, groupsOf, onlyOf } from '../../map/table';
import { linksOf, rowsOf } from '../../insight/table';
import { StageHead } from './StageHead';
import { TableBar } from './TableBar';
import { GridContext, type Place } from './TableContext';
import styles from './Table.module.css';
import { type MountedColumn, TableRowView } from './TableRows';
import { TouchpointHead } from './TouchpointHead';
import { useColumnWindow } from './useColumnWindow';
import { HEADS, LANE_HEAD, STAGES, useGrid } from './useGrid';
import { useLanes } from './useLanes';
import { usePeople } from './usePeople';
import { useTableActions } from './useTableActions';
import { useTableKeys } from './useTableKeys';
import { useTableMenu } from './useTableMenu';

/**
 * The journey as a table: touchpoints across, lanes down, the emotion curve through it. Only the
 * columns in sight, and the current one, are mounted.
 */
export function JourneyTable({ run }: { readonly run: RunResult | null }) {
  const language = useLanguage();
  const { t } = language;
  const editor = useEditor();
  const map = useEditorState((state) => state.map);
  const selection = useEditorState((state) => state.selection);
  const renaming = useEditorState((state) => state.renaming);
  const { stages, touchpoints } = map;
  const { met } = useFiltered(run);
  const [first] = selection;
  const chosen = first?.collection === 'touchpoints' ? first.id : null;
  const columns = useMemo(() => {
    // What is selected stays in sight, so that nothing new goes away under the hand.
    const kept = met && new Set(chosen === null ? met.items : [...met.items, chosen]);
    return onlyOf(columnsOf({ stages, touchpoints }), kept);
  }, [stages, touchpoints, met, chosen]);
  const groups = useMemo(() => groupsOf(columns), [columns]);
  const people = usePeople();
  const [showAim, setAim] = useState(true);
  const lanes = useLanes();
  // Chips may lag behind typing.
  const settled = useDeferredValue(map);
  const links = useMemo(() => linksOf(settled, run, language), [settled, run, language]);
  const rows = useMemo(
    () =>
      rowsOf(
        lanes.lanes,
        people.shown.map(({ id }) => id),
        columns,
        touchpoints,
        links,
      ),
    [lanes.lanes, people.shown, columns, touchpoints, links],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const view = useColumnWindow(scroller, columns.length);
  const shape = useMemo(() => {
    const starts = groups.flatMap(({ start, count }) =>
      columns
        .slice(start, start + count)
        .map(({ key }) => [key, columns[start]?.key ?? key] as const),
    );
    return {
      rows: [STAGES, HEADS, ...rows.map(({ key }) => key)],
      columns: [LANE_HEAD, ...columns.map(({ key }) => key)],
      groupStart: new Map(starts),
    };
  }, [groups, columns, rows]);
  const grid = useGrid(scroller, shape);
  const { active, editing, actions, reveal } = grid;
  const tools = useTableActions(grid, rows, columns, lanes);
  const onKeyDown = useTableKeys(grid, tools, lanes);
  const menu = useTableMenu(tools, lanes, rows, actions.focus);

  // A touchpoint selected elsewhere comes into view here.
  useEffect(() => {
    const box = scroller.current;
    if (chosen !== null && box && !box.contains(document.activeElement)) reveal(chosen);
    // Only another selection moves the view.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [chosen]);

  const activeIndex = columns.findIndex(({ key }) => key === active.column);
  const mounted = columns.flatMap((column, index): MountedColumn[] => {
    if ((index < view.start || index > view.end) && index !== activeIndex) return [];
    const { touchpoint } = column;
    const record = touchpoint === null ? null : (touchpoints[touchpoint] ?? null);
    const name = record ? record.name || t('canvas.unnamed') : t('table.stage.empty');
    const isChosen =
      touchpoint !== null && isSelected(selection, { collection: 'touchpoints', id: touchpoint });
    return [{ ...column, index, record, name, isSelected: isChosen }];
  });
  const isRenaming = (collection: string, id: string | null) =>
    renaming?.at === 'view' && renaming.collection === collection && renaming.id === id;

  function onClick(event: MouseEvent<HTMLElement>) {
    const place = placeOf(event);
    if (!place || !(event.target instanceof Element)) return;
    grid.setActive(place);
    if (event.target.closest('button, input, textarea, select, [role=slider]')) return;
    const target = tools.targetAt(place);
    if (target) editor.select(event.shiftKey ? toggle(selection, target) : [target]);
    const isCell = place.row !== STAGES && place.row !== HEADS && place.column !== LANE_HEAD;
    if (isCell && !event.shiftKey && isTyped(place)) tools.begin(place);
  }

  function onDoubleClick(event: MouseEvent<HTMLElement>) {
    const place = placeOf(event);
    if (!place || (event.target instanceof Element && event.target.closest('button'))) return;
    if (place.row === STAGES || place.row === HEADS || place.column === LANE_HEAD)
      tools.begin(place);
  }

  function isTyped({ row }: Place): boolean {
    const kind = rows.find(({ key }) => key === row)?.lane.kind;
    return kind !== undefined && TYPED.has(kind);
  }

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
        {met && (
          <div className={styles.filter}>
            <FilterNote met={met.items.size} />
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
            onScroll={view.onScroll}
            onKeyDown={onKeyDown}
            onClick={onClick}
            onDoubleClick={onDoubleClick}
            onContextMenuCapture={(event) => {
              const place = placeOf(event);
              if (!place) return;
              grid.setActive(place);
              menu.openAt(place);
            }}
          >
            <div
              role="presentation"
              className={styles.sheet}
              style={{ '--columns': columns.length } as CSSProperties}
            >
              <div role="presentation" className={styles.heads}>
                <div data-corner className={styles.corner} aria-hidden="true" />
                <div role="row" aria-rowindex={1} className={styles.stages}>
                  {groups.map((group) => {
                    const { stage, start, count } = group;
                    const column = columns[start]?.key ?? '';
                    const isHere = activeIndex >= start && activeIndex < start + count;
                    return (
                      <StageHead
                        key={column}
                        group={group}
                        stage={stage === null ? null : (stages[stage] ?? null)}
                        column={column}
                        isActive={active.row === STAGES && isHere}
                        isSelected={
                          stage !== null &&
                          isSelected(selection, { collection: 'stages', id: stage })
                        }
                        isRenaming={isRenaming('stages', stage)}
                        onAdd={tools.add}
                      />
                    );
                  })}
                </div>
                <div role="row" aria-rowindex={2} className={styles.names}>
                  {mounted.map(({ key, index, record, isSelected: isChosen }) => (
                    <TouchpointHead
                      key={key}
                      column={key}
                      index={index}
                      touchpoint={record}
                      isActive={active.row === HEADS && active.column === key}
                      isSelected={isChosen}
                      isRenaming={isRenaming('touchpoints', key)}
                      isFirst={shape.groupStart.get(key) === key}
                    />
                  ))}
                </div>
              </div>
              {rows.map((row, index) => (
                <TableRowView
                  key={row.key}
                  row={row}
                  place={index + 3}
                  mounted={mounted}
                  columns={columns}
                  touchpoints={touchpoints}
                  links={links}
                  people={people.shown}
                  showAim={showAim}
                  start={view.start}
                  end={view.end}
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

/** Lanes whose cells open at a click. */
const TYPED: ReadonlySet<string> = new Set([
  'doing',
  'thinking',
  'feeling',
  'custom',
  'channel',
  'actor',
  'evidence',
]);

/** The cell an event happened in; menus and dialogs belong to React's tree only. */
function placeOf({ target, currentTarget }: MouseEvent<HTMLElement>): Place | null {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return null;
  const cell = target.closest<HTMLElement>('[data-row]');
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row, column };
}
