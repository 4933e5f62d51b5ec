namespace EcsPlatform.Delivery;

/// <summary>From which countries viewers may come.</summary>
public abstract record GeoRestriction
{
    private GeoRestriction()
    {
    }

    /// <summary>The countries; none for <see cref="None"/>.</summary>
    internal ImmutableArray<string> Countries => this switch
    {
        Only only => only.Allowed,
        AllExcept except => except.Refused,
        _ => [],
    };

    /// <summary>From all.</summary>
    public sealed record None : GeoRestriction;

    /// <summary>From some.</summary>
    /// <param name="Allowed">Their ISO 3166-1 codes, for example <c>GB</c>: at least one.</param>
    public sealed record Only(ImmutableArray<string> Allowed) : GeoRestriction;

    /// <summary>From all but some.</summary>
    /// <param name="Refused">Their ISO 3166-1 codes: at least one.</param>
    public sealed record AllExcept(ImmutableArray<string> Refused) : GeoRestriction;

    /// <summary>Finds what is wrong with this restriction.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (this is not None && Countries.IsEmpty)
        {
            yield return new Problem(where, "no countries", "one or more", "Name them, or leave the restriction out");
        }

        foreach (var country in Countries.Where(country => country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
        {
            yield return new Problem(where, $"'{country}'", "two capital letters, such as GB", "Give the country's ISO 3166-1 code");
        }
    }
}
