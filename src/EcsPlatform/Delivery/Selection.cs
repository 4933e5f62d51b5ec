namespace EcsPlatform.Delivery;

/// <summary>Which of a request's headers, cookies or query strings are meant.</summary>
public abstract record Selection
{
    private Selection()
    {
    }

    /// <summary>The names; none for <see cref="None"/> and <see cref="All"/>.</summary>
    internal ImmutableArray<string> Names => this switch
    {
        Only only => only.Listed,
        AllExcept except => except.Listed,
        _ => [],
    };

    /// <summary>None.</summary>
    public sealed record None : Selection;

    /// <summary>All; of headers only those that the viewer sends.</summary>
    public sealed record All : Selection;

    /// <summary>Some.</summary>
    /// <param name="Listed">Their names: at least one.</param>
    public sealed record Only(ImmutableArray<string> Listed) : Selection;

    /// <summary>All but some.</summary>
    /// <param name="Listed">The names of those that are not meant: at least one.</param>
    public sealed record AllExcept(ImmutableArray<string> Listed) : Selection;

    /// <summary>CloudFront's word for the kind.</summary>
    /// <param name="all">What it calls all.</param>
    /// <returns>The word.</returns>
    internal string Word(string all) => this switch
    {
        None => "none",
        All => all,
        Only => "whitelist",
        _ => "allExcept",
    };

    /// <summary>The names as an input, sorted; null when there are none.</summary>
    /// <typeparam name="T">The input's type.</typeparam>
    /// <param name="make">Makes it of the names.</param>
    /// <returns>The input.</returns>
    internal Input<T>? Items<T>(Func<InputList<string>, T> make) =>
        Names.IsEmpty ? null : (Input<T>)make([.. Names.Order(StringComparer.Ordinal)]);

    /// <summary>Finds what is wrong with this selection.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where)
    {
        if (this is Only or AllExcept && Names.IsEmpty)
        {
            yield return new Problem(where, "no names", "one or more", "Name them, or say None or All");
        }

        foreach (var same in Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            yield return new Problem(where, $"'{same.Key}' {same.Count()} times", "each name once", "Leave the others out");
        }
    }
}
