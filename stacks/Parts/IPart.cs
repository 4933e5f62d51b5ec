namespace EcsPlatform.Stacks.Parts;

/// <summary>Something that a stack can have besides services and functions.</summary>
internal interface IPart
{
    /// <summary>Adds it.</summary>
    /// <param name="place">What it stands on; the services are there already.</param>
    void Add(ServicePlace place);
}
