import { changeRecord } from '../../map/edits';
import { inOrder } from '../../map/records';
import { type CheckRule, detailOf, targetIdIn } from '../checkRule';
import { findingName, target } from '../names';

/** Everybody is in the control group, no variant has a share, or no contact is allowed. */
export const campaignContactsNobody: CheckRule = {
  id: 'campaign-contacts-nobody',
  severity: 'warning',
  *check({ map }) {
    for (const [id, { variants, controlShare, maxContacts }] of inOrder(map.campaigns)) {
      const shares = Object.values(variants).map(({ share }) => share);
      const reasons = [
        ...(controlShare >= 1 ? ['control'] : []),
        ...(maxContacts === 0 ? ['cap'] : []),
        ...(shares.length > 0 && shares.every((share) => share === 0) ? ['variants'] : []),
      ];
      for (const reason of reasons) {
        yield {
          target: target('campaigns', id),
          detail: reason,
          variant: reason,
          values: { name: findingName(map, 'campaigns', id) },
          fixes: [reason],
        };
      }
    }
  },
  fixes: {
    control: ({ map }, problem) => {
      const id = targetIdIn(map, problem, 'campaigns');
      if (id === null || detailOf(problem) !== 'control') return null;
      return changeRecord('campaigns', id, { controlShare: USUAL_CONTROL });
    },
    cap: ({ map }, problem) => {
      const id = targetIdIn(map, problem, 'campaigns');
      return id === null ? null : changeRecord('campaigns', id, { maxContacts: null });
    },
    variants: ({ map }, problem) => {
      const id = targetIdIn(map, problem, 'campaigns');
      if (id === null) return null;
      return changeRecord('campaigns', id, ({ variants }) => {
        const all = Object.values(variants);
        for (const variant of all) variant.share = 1 / all.length;
      });
    },
  },
};

/** The schema's own default. */
const USUAL_CONTROL = 0.1;
