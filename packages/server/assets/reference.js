// What the pages of the reference can do beyond being read: choose a language, copy, find an endpoint, try a request.

const LANGUAGE = 'sundial-docs-language'
// The key stays in this tab and goes when it is closed.
const KEY = 'sundial-docs-key'

document.documentElement.classList.add('has-script')
chooseLanguage(recall('localStorage', LANGUAGE) ?? 'curl')
for (const button of document.querySelectorAll('[data-language]:is(button)')) {
  button.addEventListener('click', () => {
    const before = button.getBoundingClientRect().top
    chooseLanguage(button.dataset.language)
    remember('localStorage', LANGUAGE, button.dataset.language)
    // Every sample on the page changes its height; the one being read stays where it is.
    scrollBy(0, button.getBoundingClientRect().top - before)
  })
}
for (const button of document.querySelectorAll('.copy')) {
  button.hidden = !navigator.clipboard
  button.addEventListener('click', () => void copy(button))
}
for (const form of document.querySelectorAll('.try form')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send(form).catch((error) => showFailure(form, error))
  })
  const key = form.elements.namedItem('key')
  if (key) key.value = recall('sessionStorage', KEY) ?? ''
}
for (const details of document.querySelectorAll('.try')) {
  details.addEventListener('toggle', () => {
    const key = details.querySelector('input[name="key"]')
    if (details.open && key && !key.value) key.value = recall('sessionStorage', KEY) ?? ''
  })
}
prepareSidebar()
// On a phone the bar is wider than the screen.
document.querySelector('.wires [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

function chooseLanguage(language) {
  document.documentElement.dataset.language = language
  for (const button of document.querySelectorAll('.languages button')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language))
  }
}

async function copy(button) {
  const text = button.parentElement.querySelector('pre').textContent
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Not allowed'
  }
  setTimeout(() => (button.textContent = 'Copy'), 2000)
}

function prepareSidebar() {
  const button = document.querySelector('.side-switch')
  const filter = document.querySelector('.filter')
  if (!button) return
  button.hidden = false
  button.addEventListener('click', () => {
    const isOpen = button.getAttribute('aria-expanded') === 'true'
    button.setAttribute('aria-expanded', String(!isOpen))
  })
  document.querySelector('#side').addEventListener('click', (event) => {
    if (event.target.closest('a')) button.setAttribute('aria-expanded', 'false')
  })
  if (!filter) return
  filter.hidden = false
  const input = filter.querySelector('input')
  input.addEventListener('input', () => find(input.value))
}

/** Shows only the endpoints that have every word in their path or summary. */
function find(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  let count = 0
  for (const section of document.querySelectorAll('.side-group')) {
    const links = [...section.querySelectorAll('li')]
    for (const item of links) {
      const link = item.querySelector('a')
      const haystack = `${link.textContent} ${link.title}`.toLowerCase()
      item.hidden = !words.every((word) => haystack.includes(word))
    }
    const shown = links.filter((item) => !item.hidden).length
    section.hidden = shown === 0
    count += shown
  }
  document.querySelector('.none').textContent = count === 0 ? 'No endpoint has these words.' : ''
}

/** Sends the request of a form and shows its answer below. */
async function send(form) {
  const outcome = form.querySelector('.outcome')
  outcome.replaceChildren(line('Sending …'))
  const { url, init } = requestOf(form)
  const started = performance.now()
  const response = await fetch(url, init)
  const text = await answerText(response)
  const milliseconds = Math.round(performance.now() - started)
  show(outcome, { title: `${init.method} ${url}`, response, text, milliseconds })
}

function showFailure(form, error) {
  const text = error instanceof SyntaxError ? `The body is not JSON: ${error.message}` : String(error)
  form.querySelector('.outcome').replaceChildren(line(text, true))
}

function requestOf(form) {
  const headers = {}
  const key = form.elements.namedItem('key')?.value.trim()
  if (key) {
    const { key: way, keyHeader, keyPassword } = form.dataset
    if (way === 'header') headers[keyHeader] = key
    else headers.Authorization = way === 'basic' ? `Basic ${btoa(`${key}:${keyPassword}`)}` : `Bearer ${key}`
    remember('sessionStorage', KEY, key)
  }
  let path = form.dataset.path
  const query = new URLSearchParams()
  for (const input of form.querySelectorAll('input[data-in]')) {
    const value = input.value.trim()
    if (input.dataset.in === 'path') path = path.replace(`{${input.name}}`, encodeURIComponent(value))
    else if (value !== '' && input.dataset.in === 'query') query.append(input.name, value)
    else if (value !== '') headers[input.name] = value
  }
  const init = { method: form.dataset.method, headers, redirect: 'follow' }
  const body = form.elements.namedItem('body')?.value
  if (body?.trim()) {
    headers['Content-Type'] = 'application/json'
    init.body = JSON.stringify(JSON.parse(body))
  }
  return { url: query.size > 0 ? `${path}?${query}` : path, init }
}

/** The body, or of a stream what came in the first two seconds. */
async function answerText(response) {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text()
  const reader = response.body.getReader()
  const stop = setTimeout(() => reader.cancel(), 2000)
  let text = ''
  for (let part = await reader.read(); !part.done; part = await reader.read())
    text += new TextDecoder().decode(part.value)
  clearTimeout(stop)
  return text
}

function show(outcome, { title, response, text, milliseconds }) {
  const status = line(`${response.status} ${response.statusText} after ${milliseconds} ms`, !response.ok)
  status.classList.add('status')
  const sent = line(title)
  sent.className = 'note'
  const pre = document.createElement('pre')
  pre.tabIndex = 0
  pre.setAttribute('role', 'group')
  pre.setAttribute('aria-label', 'Answer')
  pre.textContent = pretty(text) || '(no body)'
  outcome.replaceChildren(status, sent, pre)
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function line(text, isFailure = false) {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  paragraph.classList.toggle('failed', isFailure)
  return paragraph
}

/** A browser may refuse to store anything; then nothing is remembered. */
function recall(storage, name) {
  try {
    return window[storage].getItem(name)
  } catch {
    return null
  }
}

function remember(storage, name, value) {
  try {
    window[storage].setItem(name, value)
  } catch {
    // As above.
  }
}
