using EcsPlatform.Plans;

namespace EcsPlatform.Preview.Recording;

/// <summary>
/// Every secret text that a run met. Wherever one of them turns up in a plan, even in the middle of another text, it is masked:
/// a value that leaves its secret mark behind on the way still never shows.
/// </summary>
internal sealed class SecretTexts
{
    // Shorter ones would mask half of the plan; they still are masked where the program marks them.
    private const int ShortestTracked = 4;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>What stands in place of a secret.</summary>
    public static PropertyValue.Secret Mark { get; } = new("[secret]");

    /// <summary>Remembers the texts in a secret value.</summary>
    public void Add(PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Text { Value.Length: >= ShortestTracked } text:
                lock (_lock)
                {
                    _texts.Add(text.Value);
                }

                break;
            case PropertyValue.List list:
                foreach (var item in list.Items)
                {
                    Add(item);
                }

                break;
            case PropertyValue.Map map:
                foreach (var entry in map.Entries.Values)
                {
                    Add(entry);
                }

                break;
        }
    }

    /// <summary>The value with every known secret masked.</summary>
    public PropertyValue Masked(PropertyValue value)
    {
        List<string> texts;
        lock (_lock)
        {
            texts = [.. _texts];
        }

        return texts.Count == 0 ? value : Masked(value, texts);
    }

    private static PropertyValue Masked(PropertyValue value, List<string> texts) => value switch
    {
        PropertyValue.Text text => texts.Exists(secret => text.Value.Contains(secret, StringComparison.Ordinal)) ? Mark : text,
        PropertyValue.List list => new PropertyValue.List([.. list.Items.Select(item => Masked(item, texts))]),
        PropertyValue.Map map => PropertyValue.Map.Of(
            map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Masked(entry.Value, texts)))),
        _ => value,
    };
}
