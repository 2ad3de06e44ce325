import { phrase } from '../words/phrase.js';

export const PLATFORM_NAMES = [
  phrase(
    'linked ?in|(?:for|on|my|a|an) li|li (?:photo|profile|picture|avatar|version|headshot|one)|lnkd',
    'linkedin',
  ),
  phrase('discord|disc(?= (?:server|avatar|profile|picture))', 'discord'),
  phrase('twitter|x\\.com|(?:for|on) x', 'x'),
  phrase('instagram|insta|ig|the gram|insta gram', 'instagram'),
  phrase('github|git hub|gh(?= (?:profile|picture|avatar))|for gh', 'github'),
  phrase('slack', 'slack'),
  phrase('youtube|you tube|yt|my channel', 'youtube'),
  phrase('whatsapp|whats app|wa(?= (?:profile|picture|avatar))|for wa', 'whatsapp'),
  phrase('telegram|tg(?= (?:profile|picture|avatar))|for tg', 'telegram'),
  phrase(
    'my portfolio|portfolio site|my homepage|my blog|my own site|portfolio|personal website|my website',
    'portfolio',
  ),
];

export const OTHER_PLATFORMS = [
  phrase(
    'facebook|tiktok|tik tok|twitch|teams|zoom(?! out| in| it| back| closer| a bit| a little)|bluesky|mastodon|steam|xbox|snapchat|pinterest|reddit|tinder|threads|messenger|skype|signal|xing|viber|wechat|dating (?:profile|app|site)s?|hinge|bumble|grindr|okcupid|google (?:account|profile|meet)|gmail|outlook|spotify|playstation|psn|patreon|etsy|airbnb|line app|kakao ?talk',
    true,
  ),
];
