// What a page that was just opened stands on, written into the address without a step to go back.
export default function ({ data }) {
  const here = new URL(location.href);
  for (const [name, value] of Object.entries(data.address))
    value === null ? here.searchParams.delete(name) : here.searchParams.set(name, value);
  if (here.href !== location.href) history.replaceState(history.state, "", here);
}
