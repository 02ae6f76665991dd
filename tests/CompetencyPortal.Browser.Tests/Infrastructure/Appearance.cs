using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Infrastructure;

/// <summary>What a look at a page must not find.</summary>
internal static class Appearance
{
    /// <summary>
    /// Lists, in words, what sticks out sideways, what is cut off, bar labels that run into each other, and pictures that are not there.
    /// A focusable region with a name may scroll, and what only a screen reader sees may be cut.
    /// </summary>
    private const string FlawsScript =
        """
        () => {
          const flaws = [];
          const root = document.documentElement;
          const name = e => `<${e.localName} class="${e.getAttribute('class') ?? ''}"> "${(e.textContent ?? '').trim().slice(0, 40)}"`;
          const clipped = e => e && (getComputedStyle(e).clipPath === 'inset(50%)' || clipped(e.parentElement));
          const exempt = e => clipped(e) || e.closest('.visually-hidden, .skip, [role=region][tabindex="0"]');
          const hasText = e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());

          if (root.scrollWidth > root.clientWidth) {
            flaws.push(`The page is ${root.scrollWidth} pixels wide in a window of ${root.clientWidth}.`);
          }

          for (const e of document.body.querySelectorAll('*')) {
            if (exempt(e) || !e.checkVisibility()) continue;
            const style = getComputedStyle(e);
            const box = e.getBoundingClientRect();
            const parent = e.closest('.card, .notice')?.getBoundingClientRect();
            const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
            const isField = e.matches('input, select, textarea');

            if (hasText(e) && (box.right > root.clientWidth + 1 || box.left < -1)) {
              flaws.push(`${name(e)} sticks out of the window.`);
            } else if (hasText(e) && parent && (box.right > parent.right + 1 || box.left < parent.left - 1)) {
              flaws.push(`${name(e)} sticks out of its card.`);
            }
            if (!isField && (clips || e.matches('.btn, .state')) && e.clientWidth > 1 && e.textContent.trim() &&
                (e.scrollWidth > e.clientWidth + 1 || (style.overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 1))) {
              flaws.push(`${name(e)} is cut off: ${e.scrollWidth} × ${e.scrollHeight} in ${e.clientWidth} × ${e.clientHeight}.`);
            }
          }

          for (const bar of document.querySelectorAll('svg.bar')) {
            const boxes = [...bar.querySelectorAll('.lab')].map(l => l.getBoundingClientRect()).sort((a, b) => a.left - b.left);
            if (boxes.some((b, i) => i > 0 && b.left < boxes[i - 1].right)) {
              flaws.push(`The labels of the bar "${bar.getAttribute('aria-label')}" run into each other.`);
            }
          }

          for (const use of document.querySelectorAll('svg.icon use')) {
            if (use.checkVisibility() && use.getBBox().width + use.getBBox().height === 0) {
              flaws.push(`The icon ${use.getAttribute('href')} is empty.`);
            }
          }

          return flaws;
        }
        """;

    private static readonly AxeRunOptions AxeOptions = new()
    {
        // Off by default in axe: 24 pixels for what is clicked.
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
    };

    public static Task<string[]> FlawsAsync(IPage page)
    {
        return page.EvaluateAsync<string[]>(FlawsScript);
    }

    public static async Task<string[]> AxeViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(AxeOptions);

        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} {node.Html}"))];
    }

    public static async Task ShouldBeFlawlessAsync(this Visit visit)
    {
        var flaws = await FlawsAsync(visit.Page);
        var violations = await AxeViolationsAsync(visit.Page);

        flaws.Concat(violations).ShouldBeEmpty($"{visit.Page.Url} as {visit.Look}");
    }
}
