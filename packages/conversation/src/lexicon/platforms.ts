import { phrase } from '../words/phrase.js';

export const PLATFORM_NAMES = [
  phrase('linked ?in', 'linkedin'),
  phrase('discord', 'discord'),
  phrase('twitter|x\\.com|(?:for|on) x', 'x'),
  phrase('instagram|insta|ig', 'instagram'),
  phrase('github|git hub', 'github'),
  phrase('slack', 'slack'),
  phrase('youtube|you tube', 'youtube'),
  phrase('whatsapp|whats app', 'whatsapp'),
  phrase('telegram', 'telegram'),
  phrase('my portfolio|portfolio site|portfolio|personal website|my website', 'portfolio'),
];

export const OTHER_PLATFORMS = [
  phrase(
    'facebook|tiktok|tik tok|twitch|teams|zoom(?! out| in| it| back| closer| a bit| a little)|bluesky|mastodon|steam|xbox|snapchat|pinterest|reddit|tinder|threads|messenger|skype|signal|xing|viber|wechat',
    true,
  ),
];
