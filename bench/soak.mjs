// A server under a steady load for some minutes, and what it holds meanwhile. What is kept by mistake shows as memory
// that grows from the middle of the time to its end; before that, caches fill.

export const METRICS_TOKEN = 'only-for-the-soak-test'

const ROUND_SECONDS = 15
const RATE = 50
/** More than this, from the second quarter to the last, is growth and no chance. */
const MOST_GROWTH = 0.15
const MEGABYTE = 1024 * 1024

/**
 * Gives whether memory stayed as it was.
 * @param {{ port: number, units: object[][], minutes: number, drive: (order: { port: number, units: object[][], rate: number, seconds: number }) => Promise<{ refusals: object }>, say: (sentence: string) => void }} options
 */
export async function soak({ port, units, minutes, drive, say }) {
  const rounds = Math.max(8, Math.round((minutes * 60) / ROUND_SECONDS))
  const samples = []
  console.log('| after s | RSS MB | heap MB |\n| --: | --: | --: |')
  for (let round = 1; round <= rounds; round++) {
    const { refusals } = await drive({ port, units, rate: RATE, seconds: ROUND_SECONDS })
    if (Object.keys(refusals).length > 0) say(`refused: ${JSON.stringify(refusals)}`)
    const sample = await heldBy(port)
    samples.push(sample)
    console.log(`| ${round * ROUND_SECONDS} | ${whole(sample.rss)} | ${whole(sample.heap)} |`)
  }
  return hasStayed(samples, say)
}

async function heldBy(port) {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  })
  const figures = await response.text()
  const figure = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(figures)?.[1])
  return { rss: figure('process_resident_memory_bytes'), heap: figure('nodejs_heap_size_used_bytes') }
}

/** The least of each quarter: what is held when the collector has just been there. */
function hasStayed(samples, say) {
  const quarter = Math.floor(samples.length / 4)
  const least = (part, name) => Math.min(...part.map((sample) => sample[name]))
  return ['rss', 'heap'].every((name) => {
    const [early, late] = [
      least(samples.slice(quarter, 2 * quarter), name),
      least(samples.slice(-quarter), name),
    ]
    const growth = late / early - 1
    say(`${name}: ${whole(early)} MB in the second quarter, ${whole(late)} MB in the last`)
    return growth <= MOST_GROWTH
  })
}

function whole(bytes) {
  return String(Math.round(bytes / MEGABYTE))
}
