/**
 * The case's tables, written down a second time and apart from the sample, so that a slip in either
 * shows. Columns and abbreviations are the case's own; ★ = moment of truth.
 */

/** id | name | stage | channel | owner | emotion | cost | revenue | monthly price | thought */
export const TOUCHPOINTS = `
ad-social|Social ad (entry .48)|awareness|social|marketing|0|1.80|||Could be me
ad-search|Search ad (entry .20)|awareness|search|marketing|0|2.10|||I want a coach
organic|Store find (entry .24)|awareness|app store|marketing|1|.12|||Good ratings
referred|Friend's link (entry .08)|awareness|messenger|marketing|1|.05|||She swears by it
signup|Sign-up form|awareness|app|product|-1|.02|||Another form
account|Account, no trial yet|awareness|app|product|0|.05|||I'll start Monday
dormant|Never-activated account|awareness|email|marketing|-1|.02|||Forgot about it
trial ★|30-day trial starts|consideration|app|product|1|.55|||Let's see
habit ★|Third workout done|consideration|app|product|2|.30|||I can do this
trial-idle|Trial goes quiet|consideration|push|success|-1|.02|||No time
paywall ★|Trial ends: choose plan|conversion|in-app|sales|-1|.01|||Worth it?
checkout|Purchase started|conversion|in-app|sales|0|.02|||How much exactly?
cart|Purchase abandoned|conversion|push|sales|-1|0|||Maybe later
light-first ★|Light: first paid month|onboarding|app|success|0|3.60|.45|5.99|Ads annoy me
full-first ★|Full: first paid month|onboarding|app|success|1|3.75||9.99|Finally ad-free
light|Light month|satisfaction|app|product|0|3.40|.45|5.99|It's fine
full|Full month|satisfaction|app|product|1|3.40||9.99|Part of my week
upgrade|Full preview|satisfaction|in-app|sales|0|.01|||Tempting
milestone|Milestone reached|retention|in-app|success|2|.03|||Look at that!
addon-shop|Coaching shop|retention|in-app|sales|0|.02|||A real coach?
addon-live|Live session|retention|video|coaches|2|7.40|15||Great energy
addon-ondemand|On-demand course|retention|app|coaches|1|5.60|19||My pace
addon-1to1 ★|One-to-one coaching|retention|video|coaches|2|30|49||He knows me
which-plan|Back to plan (decision)|retention|app|product|0|0|||
at-risk|At risk: idle or card declined|retention|email|service|-2|.10|||Am I paying for nothing?
review|Asked for a review|advocacy|in-app|marketing|1|.01|||Sure, five stars
refer|Invites a friend|advocacy|messenger|marketing|2|.02|2.80||Join me
cancel ★|Cancels|churn|in-app|service|-1|.05||0 (ends)|Let me out
winback|Lapsed, in reach|winback|email|marketing|0|.02||0 (ends)|Summer is coming
trial-lapsed|Leaves unpaid (loss)|conversion|||-1|||0 (ends)|
goal-reached|Goal reached (success)|churn|||2|||0 (ends)|
churned|Gone for good (loss)|churn|||-2|||0 (ends)|
`;

/** from | to [delay] … | base chances; segment rows in order (M, R, A, S, G) */
export const TRANSITIONS = `
ad-social|signup[e.02]|.62
ad-search|signup[e.02]|.74
organic|signup[e.05]|.78
referred|signup[e.05]|.86
signup|account[e.05]|.84; A .76
account|trial[e1.5], dormant[c14]|.46 .54; M .60 .40; R .42 .58; A .40 .60
dormant|trial[u1–29], dormant[1 mo]|.04 .76; M .06 .78; R .05 .72
trial|habit[u7–13], trial-idle[c10]|.46 .54; M .70 .30; R .38 .62; A .50 .50
habit|paywall[c20]|.94
trial-idle|habit[u1–10], paywall[c20], trial-lapsed[c20]|.08 .40 .52
paywall|checkout[e.5], trial-lapsed[c3]|.68 .32; M .82 .18; S .54 .46; R .62 .38
checkout|light-first[e.02], full-first[e.02], cart[c.05]|.225 .075 .70; M .20 .16 .64; S .25 .02 .73; A .22 .10 .68
cart|checkout[ln1.5,.8], trial-lapsed[c14]|.13 .87
light-first|light[1 mo], addon-shop[1 mo], upgrade[1 mo], at-risk[1 mo], cancel[1 mo]|.36 .08 .08 .19 .29; M .40 .12 .14 .14 .20; R .23 .06 .05 .25 .41; A .42 .11 .07 .16 .24; S .39 .05 .04 .21 .31
full-first|full[1 mo], addon-shop[1 mo], at-risk[1 mo], cancel[1 mo]|.35 .22 .17 .26; M .40 .30 .13 .17; R .25 .14 .23 .38; A .38 .28 .15 .19; S .33 .12 .21 .34
light|light[1 mo], addon-shop[1 mo], upgrade[1 mo], milestone[1 mo], at-risk[1 mo], cancel[1 mo]|.21 .15 .14 .08 .21 .21; M .23 .22 .21 .12 .11 .11; R .16 .10 .08 .05 .30 .31; A .31 .22 .10 .09 .15 .13; S .29 .10 .08 .07 .23 .23
full|full[1 mo], addon-shop[1 mo], milestone[1 mo], light[1 mo], at-risk[1 mo], cancel[1 mo]|.28 .24 .09 .02 .19 .18; M .34 .32 .13 .01 .10 .10; R .21 .16 .05 .03 .27 .28; A .33 .32 .09 .01 .13 .12; S .24 .15 .07 .11 .22 .21
upgrade|full[e.02], light[e.02]|.28 .72; S .12 .88; M .40 .60
addon-shop|addon-live[ln3,.6], addon-ondemand[e.1], addon-1to1[ln5,.6], which-plan[e.02]|.10 .13 .04 .73; S .06 .08 .01 .85; A .06 .08 .13 .73; M .15 .14 .06 .65; G .16 .12 .04 .68
addon-live|review[e.1], which-plan[e.1]|.12 .88
addon-ondemand|review[e.1], which-plan[e.1]|.08 .92
addon-1to1|review[e.1], which-plan[e.1]|.20 .80
milestone|review[e.1], which-plan[e.1]|.25 .75
review|refer[e.5], which-plan[e.1]|.10 .90; M .15 .85
refer|which-plan[e.1]|1
at-risk|which-plan[u3–10], cancel[u5–14]|.50 .50; M .62 .38
cancel|which-plan[e.1], winback[c1], goal-reached[c1], churned[c1]|.10 .56 .06 .28; A .14 .56 .08 .22
winback|light-first[u20–60], winback[2 mo], churned[2 mo]|.07 .45 .48; R .09 .50 .41
`;

/** id | name | share | age mean, sd | price sensitivity | motivation | trigger | region */
export const PERSONAS = `
rita|Resolution Rita|.28|32,7|.2/.6/.2|.45/.47/.08|.75/.1/.05/.1|.45/.35/.2
ben|Budget Ben|.24|23,3|.05/.2/.75|.3/.5/.2|.2/.5/0/.3|.6/.25/.15
bea|Busy Bea|.22|39,6|.35/.5/.15|.2/.6/.2|.2/.3/.2/.3|.25/.5/.25
carlos|Committed Carlos|.14|29,6|.4/.45/.15|.03/.22/.75|.05/.3/0/.65|.5/.3/.2
agnes|Active Agnes|.12|62,7|.5/.4/.1|.15/.6/.25|.1/.25/.5/.15|.2/.4/.4
`;

/** name | base | rule in words of this test */
export const SEGMENTS = `
Never activated|lifecycle|visits dormant ≥ 1 & visits trial = 0
Free trial|lifecycle|plan = trial
Light members|value|plan = Light
Full members|value|plan = Full
Add-on buyers|value|addOnBuyer = true
Motivated|psychographic|motivation = high
Price-sensitive|psychographic|priceSensitivity = high
Resolvers|behavioural|trigger = date
55 and over|demographic|age ≥ 55
Rural|geographic|region = rural
Loyal, three paid months|behavioural|paidMonths ≥ 3
Members at risk|lifecycle|visits at-risk ≥ 1 & ( plan = Light | plan = Full )
`;

/** name | touchpoints | segment | channel | fixed | per contact | contacts | lifts: from→to factor low high */
export const CAMPAIGNS = `
Holiday & cultural tentpole|dormant|Never activated|email|9000|.15|null|dormant→trial 1.6 1.2 2.0
Daily brief|dormant|Motivated|push|700|.05|null|dormant→trial 1.3 1.1 1.5
Daily brief to everyone never activated|dormant|Never activated|push|700|.05|null|dormant→trial 1.3 1.1 1.5
Abandoned-cart follow-up|cart|Free trial|push|1500|.08|1|cart→checkout 2.1 1.5 2.7
Paywall preview & prompt|paywall|Free trial|push|3000|.10|1|paywall→checkout 1.06 1.01 1.11; checkout→full-first 1.08 1.02 1.14; cart→checkout .70 .70 .70
Rating & review prompt|milestone|Loyal, three paid months|in-app|900|.02|1|milestone→review 2 1.5 2.5
Referral programme|review||in-app|600|.30|1|review→refer 2.5 1.5 3.5
Rewards programme|light, full||email|2000|1.00|null|light→light 1.05 1.02 1.08; light→addon-shop 1.05 1.02 1.08; light→upgrade 1.05 1.02 1.08; light→milestone 1.05 1.02 1.08; full→full 1.05 1.02 1.08; full→addon-shop 1.05 1.02 1.08; full→milestone 1.05 1.02 1.08; full→light 1.05 1.02 1.08
Gamification & milestones|light, full||in-app|4000|.05|null|light→light 1.08 1.02 1.12; light→addon-shop 1.08 1.02 1.12; light→upgrade 1.08 1.02 1.12; light→milestone 1.4 1.1 1.6; full→full 1.08 1.02 1.12; full→addon-shop 1.08 1.02 1.12; full→milestone 1.4 1.1 1.6; full→light 1.08 1.02 1.12
`;

/** name | direction | target */
export const KPIS = `
Trial activation|up|.62
Trial conversion|up|.20
Trial → Light|up|.13
Light → Full per Light month|up|.055
Abandoned purchases|down|.63
First renewal|up|.75
Monthly loss|down|.13
Add-on buyers among payers|up|.25
Monthly revenue per paying member|up|10.50
CAC|down|20
CLV, 24 months|up|28
CLV : CAC, 24 months|up|1.3
CAC payback|down|12
NPS|up|30
`;
