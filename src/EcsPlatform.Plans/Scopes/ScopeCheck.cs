using System.Collections.Immutable;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Scopes;

/// <summary>Finds the changes outside the expected scopes.</summary>
public sealed class ScopeCheck
{
    private readonly ImmutableArray<ScopeRule> _rules;
    private readonly ScopeContext _context;
    private readonly string _scopes;
    private readonly Dictionary<ResourceChange, bool> _allowed = new(ReferenceEqualityComparer.Instance);

    private ScopeCheck(PlanDifference difference, ImmutableArray<ExpectedScope> scopes)
    {
        _rules = [.. scopes.SelectMany(scope => ScopeRules.Of(scope))];
        _scopes = string.Join(", ", scopes.Select(scope => scope.Text));
        _context = new ScopeContext(difference, IsAllowed);
    }

    /// <summary>Finds them.</summary>
    /// <param name="difference">What an update does.</param>
    /// <param name="scopes">What it may do: what any of them allows.</param>
    /// <returns>The violations, by URN.</returns>
    public static ImmutableArray<ScopeViolation> Violations(PlanDifference difference, ImmutableArray<ExpectedScope> scopes)
    {
        var check = new ScopeCheck(difference, scopes);
        return
        [
            .. difference.Changes.Where(change => !change.IsQuiet)
                .Select(change => (change.Urn, What: check.Outside(change).ToList()))
                .Where(found => found.What.Count > 0)
                .Select(found => new ScopeViolation(found.Urn, $"{string.Join(" and ", found.What)} {(found.What.Count == 1 ? "is" : "are")} outside {check._scopes}")),
        ];
    }

    // A definition that is asked for while it is being judged follows from itself: it is not allowed.
    private bool IsAllowed(ResourceChange change)
    {
        if (!_allowed.TryGetValue(change, out var allowed))
        {
            _allowed[change] = false;
            _allowed[change] = allowed = !Outside(change).Any();
        }

        return allowed;
    }

    private IEnumerable<string> Outside(ResourceChange change)
    {
        if (change.MovedFrom is { } from)
        {
            yield return $"move from {from}";
        }

        foreach (var option in change.Options)
        {
            yield return $"change of the option {option.Name}";
        }

        foreach (var output in change.Outputs.Where(output => !_context.FollowsFromAllowed(output)))
        {
            yield return $"change of the output {output.Path}";
        }

        if (change.Operation is Operation.Create or Operation.Delete)
        {
            yield return change.Operation == Operation.Create ? "creation" : "deletion";
        }
        else if (change.Operation == Operation.Replace && change.Inputs.IsEmpty)
        {
            yield return "replacement";
        }
        else if (change.Operation != Operation.Same && Uncovered(change) is { Count: > 0 } inputs)
        {
            yield return $"{(change.Operation == Operation.Update ? "update" : "replacement")} of {string.Join(", ", inputs)}";
        }
    }

    private List<PropertyPath> Uncovered(ResourceChange change)
    {
        var rules = _rules.Where(rule => rule.Operation == change.Operation && rule.Type == change.Resource.Type).ToList();
        return
        [
            .. change.Inputs
                .Where(input => !rules.Exists(rule =>
                    rule.Inputs.Any(pattern => PropertyPattern.Parse(pattern).Covers(input.Path)) && rule.Condition(_context, change, input)))
                .Select(input => input.Path),
        ];
    }
}
