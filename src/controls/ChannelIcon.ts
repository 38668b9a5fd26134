import {
  AppWindow,
  Bell,
  Calendar,
  CircleDot,
  Globe,
  type LucideIcon,
  Mail,
  Megaphone,
  MessageCircle,
  MessageSquare,
  MessagesSquare,
  Newspaper,
  Phone,
  Search,
  Share2,
  ShoppingBag,
  Smartphone,
  Store,
  Users,
  Video,
} from 'lucide-react';
import { createElement } from 'react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  ad: Megaphone,
  ads: Megaphone,
  app: Smartphone,
  'app store': Store,
  chat: MessagesSquare,
  email: Mail,
  event: Calendar,
  'in-app': AppWindow,
  letter: Newspaper,
  messenger: MessageCircle,
  person: Users,
  call: Phone,
  phone: Phone,
  print: Newspaper,
  push: Bell,
  search: Search,
  shop: ShoppingBag,
  sms: MessageSquare,
  social: Share2,
  store: Store,
  video: Video,
  web: Globe,
  website: Globe,
};

/** The picture of a channel; an unknown one has a plain dot. */
export function ChannelIcon({ channel, className }: ChannelIconProps) {
  return createElement(ICONS[channel] ?? CircleDot, {
    ...(className === undefined ? {} : { className }),
    'aria-hidden': true,
  });
}

interface ChannelIconProps {
  readonly channel: string;
  readonly className: string | undefined;
}
