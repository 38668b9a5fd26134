/** The page as the server has it now; null where it cannot be had, offline say. */
async function pageNow(): Promise<string | null> {
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Would a reload find the page? */
export async function isReachable(): Promise<boolean> {
  return (await pageNow()) !== null;
}

/** Has the server another build than the one that runs here? Its page then begins with another script. */
export async function isOutdated(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  const name = script?.src.split('/').at(-1);
  const page = await pageNow();
  return page !== null && name !== undefined && !page.includes(name);
}
