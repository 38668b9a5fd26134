import { type CSSProperties } from 'react';
import type { Touchpoint } from '../../map/schema';
import type { MenuItem } from '../../controls/menuItems';
import { ChoiceCell } from './ChoiceCell';
import { type ShownPerson, type TableColumn, textOf } from '../../map/table';
import { EmotionCell } from './EmotionCell';
import { EmotionCurves } from './EmotionCurves';
import { GridCell } from './GridCell';
import { LaneHead } from './LaneHead';
import { isLinked, isExperience, type Link, type Links, type TableRow } from '../../insight/table';
import { LinksCell } from './LinksCell';
import { TextCell } from './TextCell';
import styles from './Table.module.css';
import { LANE_HEAD } from './useGrid';

/** A column that is mounted. */
export interface MountedColumn extends TableColumn {
  readonly index: number;
  readonly record: Touchpoint | null;
  /** Its name for screen readers. */
  readonly name: string;
  readonly isSelected: boolean;
}

interface TableRowViewProps {
  readonly row: TableRow;
  /** Place among all rows, from 1. */
  readonly place: number;
  readonly mounted: readonly MountedColumn[];
  readonly columns: readonly TableColumn[];
  readonly touchpoints: Readonly<Record<string, Touchpoint>>;
  readonly links: Links;
  readonly people: readonly ShownPerson[];
  readonly showAim: boolean;
  readonly start: number;
  readonly end: number;
  /** Key of the current column, where the current cell is in this row. */
  readonly activeColumn: string | null;
  readonly editingColumn: string | null;
  readonly items: readonly MenuItem[];
  readonly isLaneSelected: boolean;
  readonly isRenaming: boolean;
}

const NONE: readonly Link[] = [];

/** One lane across the journey. */
export function TableRowView(props: TableRowViewProps) {
  const { row, place, mounted, people, activeColumn } = props;
  const { lane, person } = row;
  const namesPerson = isExperience(lane.kind) && !(people.length === 1 && person === null);
  return (
    <div
      role="row"
      aria-rowindex={place}
      className={styles.row}
      data-kind={isLinked(lane.kind) ? 'links' : isExperience(lane.kind) ? 'told' : lane.kind}
      data-first={row.first || undefined}
      style={{ '--lines': row.lines } as CSSProperties}
    >
      <LaneHead
        row={row}
        person={namesPerson ? (people.find(({ id }) => id === person) ?? null) : null}
        items={props.items}
        isActive={activeColumn === LANE_HEAD}
        isSelected={props.isLaneSelected}
        isRenaming={props.isRenaming && row.first}
      />
      {lane.kind === 'emotion' && (
        <EmotionCurves
          columns={props.columns}
          touchpoints={props.touchpoints}
          people={people}
          showAim={props.showAim}
          start={props.start}
          end={props.end}
        />
      )}
      {mounted.map((column) => (
        <Cell key={column.key} {...props} column={column} />
      ))}
    </div>
  );
}

function Cell(props: TableRowViewProps & { readonly column: MountedColumn }) {
  const { row, column, links, people, showAim, activeColumn, editingColumn } = props;
  const { lane, person } = row;
  const { kind } = lane;
  const { key, index, record, name, isSelected } = column;
  const cell = { row: row.key, column: key, index, isSelected, isActive: activeColumn === key };
  const named = { laneName: lane.name, touchpointName: name };
  const isEditing = editingColumn === key;
  if (!record) return <GridCell {...cell} />;
  if (isExperience(kind)) {
    const { value, shared } = textOf(record, person, kind);
    return (
      <TextCell
        {...cell}
        {...named}
        kind={kind}
        holder={person}
        text={value}
        isShared={shared}
        isRepeated={shared && people.some(({ id }) => id === null)}
        isEditing={isEditing}
      />
    );
  }
  if (isLinked(kind)) {
    return <LinksCell {...cell} {...named} kind={kind} links={links[kind].get(key) ?? NONE} />;
  }
  switch (kind) {
    case 'emotion':
      return (
        <EmotionCell {...cell} {...named} touchpoint={record} people={people} showAim={showAim} />
      );
    case 'custom':
      return (
        <TextCell
          {...cell}
          {...named}
          kind="custom"
          holder={lane.id}
          text={lane.cells[key] ?? ''}
          isShared={false}
          isRepeated={false}
          isEditing={isEditing}
        />
      );
    default: {
      const value = kind === 'evidence' ? record.evidence.level : record[kind];
      return <ChoiceCell {...cell} {...named} kind={kind} value={value} isEditing={isEditing} />;
    }
  }
}
