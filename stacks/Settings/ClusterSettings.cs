using EcsPlatform.Clusters;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The instances of a stack's cluster.</summary>
/// <param name="InstanceType">Their type.</param>
/// <param name="Image">Their machine image.</param>
/// <param name="MinSize">The fewest.</param>
/// <param name="DesiredCapacity">How many at first.</param>
/// <param name="MaxSize">The most.</param>
public sealed record ClusterSettings(string InstanceType, MachineImage Image, int MinSize, int DesiredCapacity, int MaxSize)
{
    /// <summary>The settings as the component takes them.</summary>
    /// <returns>The capacity.</returns>
    public InstanceCapacity ToCapacity() => new()
    {
        InstanceType = InstanceType,
        Image = Image,
        MinSize = MinSize,
        DesiredCapacity = DesiredCapacity,
        MaxSize = MaxSize,
    };

    /// <summary>Reads the section.</summary>
    internal static ClusterSettings Read(ConfigSection section)
    {
        var image = section.Section("image");
        var settings = new ClusterSettings(
            section.Text("instanceType"),
            new MachineImage(image.Text("id"), image.Text("name")),
            section.Number("minSize"),
            section.Number("desiredCapacity"),
            section.Number("maxSize"));
        section.Include(image);
        return settings;
    }
}
