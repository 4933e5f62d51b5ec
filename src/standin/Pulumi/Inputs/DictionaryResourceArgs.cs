using System.Collections.Immutable;

namespace Pulumi;

public sealed class DictionaryResourceArgs : ResourceArgs
{
    public DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        Dictionary = dictionary;
    }

    internal ImmutableDictionary<string, object?> Dictionary { get; }
}
