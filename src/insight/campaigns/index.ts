// What a campaign is worth.
export { byNet, type CampaignAnswer, campaignReading, weighCampaign } from './campaignAnswer';
