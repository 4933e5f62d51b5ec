using System.Collections.Immutable;

namespace Pulumi;

public sealed class DictionaryInvokeArgs : InvokeArgs
{
    public DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        Dictionary = dictionary;
    }

    internal ImmutableDictionary<string, object?> Dictionary { get; }
}
