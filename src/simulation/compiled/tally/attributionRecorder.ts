import { MILESTONES } from '../../../map/schema';
import type { CompiledEngine } from '../engine';
import type { Tables } from '../tables';
import type { Tally } from './tally';

const ACQUIRED = MILESTONES.indexOf('acquired');

/** Counts the moves up to the conversion, from which attribution fits its chains. */
export class AttributionRecorder {
  /** Contacts of the customer in their order: campaign and entry. */
  private readonly contacts: { campaign: number; entry: number }[] = [];
  private readonly campaigns: number;
  private readonly hasAcquired: boolean;
  private readonly isSuccess: readonly boolean[];
  private readonly engine: CompiledEngine;
  private readonly tally: Tally;

  constructor({ setup, touchpointIds, campaigns }: Tables, engine: CompiledEngine, tally: Tally) {
    const goals = touchpointIds.map((id) => setup.map.touchpoints[id]!);
    this.campaigns = campaigns.length;
    this.hasAcquired = goals.some(({ milestone }) => milestone === 'acquired');
    this.isSuccess = goals.map(({ kind, outcome }) => kind === 'outcome' && outcome === 'success');
    this.engine = engine;
    this.tally = tally;
  }

  /** The next customer begins without contacts. */
  begin(): void {
    if (this.campaigns > 0) this.contacts.length = 0;
  }

  /** The customer was contacted on the entry last logged. */
  contact(campaign: number): void {
    this.contacts.push({ campaign, entry: this.engine.log.length - 1 });
  }

  /** Takes what came after the conversion out of the flows of the fitted chain. */
  record(): void {
    const { counts, layout } = this.tally;
    const { log } = this.engine;
    let converted = this.hasAcquired ? log.milestones[ACQUIRED]! : -1;
    const last = log.length - 1;
    if (!this.hasAcquired && log.end === 'outcome' && this.isSuccess[log.touchpoints[last]!]) {
      converted = last;
    }
    if (converted >= 0) {
      for (let k = converted + 1; k <= last; k += 1)
        counts[layout.counts.flows + log.transitions[k]!]! -= 1;
      counts[layout.counts.convertedAt + log.touchpoints[converted]!]! += 1;
    }
    if (this.campaigns > 0) this.recordContacts(converted);
  }

  /** Row 0 is the start; the last two columns are conversion and none. */
  private recordContacts(converted: number): void {
    const { counts, layout } = this.tally;
    const { campaigns } = this;
    const at = layout.counts.contactChain;
    let row = 0;
    for (const { campaign, entry } of this.contacts) {
      if (converted >= 0 && entry > converted) break;
      if (row === campaign + 1) continue;
      counts[at + row * (campaigns + 2) + campaign]! += 1;
      row = campaign + 1;
    }
    counts[at + row * (campaigns + 2) + campaigns + (converted >= 0 ? 0 : 1)]! += 1;
  }
}
