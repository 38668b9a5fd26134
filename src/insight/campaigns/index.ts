export { byNet, type CampaignAnswer, campaignReading, weighCampaign } from './campaignAnswer';
