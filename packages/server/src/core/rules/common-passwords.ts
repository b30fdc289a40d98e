/** What people write most where a password is asked for, and what is tried first by whoever guesses: no secret, however long. */
const WORDS = new Set(
  `abc abcd abcde abcdef admin administrator adminadmin alexander amanda andrea angel angela anthony arsenal asdf asdfg asdfgh
  asdfghjkl ashley azerty azertyuiop babygirl barcelona baseball basketball batman beautiful benjamin bonjour butterfly buster
  california caroline change changeme charlie chelsea chocolate christian computer cookie daniel danielle david default dragon
  elizabeth estrella family ferrari flower football freedom friends gabriel george ginger guest hallo hallohallo hannah harley
  hello helloworld hottie hunter iloveu iloveyou ilovegod internet jasmine jennifer jessica jesus jonathan jordan joshua
  justin killer letmein liverpool london lovely loveme lovelove madison maggie manchester manchesterunited marina marlboro master
  matrix matthew melissa mercedes michael michelle microsoft minecraft monkey monster mustang mynoob naruto newpassword nicholas
  nicole nopassword passport password passwordpassword passw passwort patrick pepper pokemon princess purple qazwsx qazwsxedc
  qazwsxedcrfv qwer qwert qwerty qwertyqwerty qwertyui qwertyuio qwertyuiop qwertz qwertzuiop ranger rebecca richard robert
  samantha samsung secret senha shadow slipknot snoopy soccer softball spongebob starwars startrek summer sundial sunshine
  superman superstar supersecret sweety tennis test testing testtest thomas tigger topsecret trustno tweety unknown user
  username vanessa victoria volleyball wachtwoord welcome welcomewelcome whatever william winter yankees zxcvbn zxcvbnm`.split(
    /\s+/,
  ),
)

/** Paths over a keyboard that have figures within. */
const PATHS = [
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  'zaq12wsxcde34rfv',
  '1qazxsw23edcvfr4',
]

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '3': 'e',
  '1': 'i',
  $: 's',
  '5': 's',
}

/** True for one of those words, dressed up with figures and signs as people do, and for what is counted or swept over. */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase()
  return isPath(text) || isCounted(text) || [text, plain(text)].some((each) => WORDS.has(lettersWithin(each)))
}

/** The password itself, as it stands before the figures and signs that people put around it. */
function lettersWithin(text: string): string {
  return text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

/** Signs read as the letters they stand for, but for those at the end, which stand for themselves. */
function plain(text: string): string {
  const end = /[^\p{L}]*$/u.exec(text)?.index ?? text.length
  return text.slice(0, end).replaceAll(/[@4031$5]/g, (sign) => LOOKS_LIKE[sign] ?? sign)
}

function isPath(text: string): boolean {
  const core = text.replaceAll(/[^\p{L}\p{N}]/gu, '')
  return core.length >= 8 && PATHS.some((path) => path.startsWith(core))
}

/** 1234567890, 9876543210, abcdefghij: every character follows the one before in the same way. */
function isCounted(text: string): boolean {
  if (!/^[a-z0-9]+$/.test(text)) return false
  const codes = Buffer.from(text)
  const steps = [...codes.subarray(1)].map((code, index) => code - (codes[index] ?? 0))
  // After nine comes nought.
  const [step = 0] = steps
  return steps.every((each) => each === step || each === step - 10 * Math.sign(step))
}
