using System.Globalization;
using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using Pulumi.Aws.AutoScaling;

namespace EcsPlatform.Stacks.Settings;

/// <summary>The instances of a stack's cluster.</summary>
/// <param name="InstanceType">Their type.</param>
/// <param name="Image">Their machine image.</param>
/// <param name="MinSize">The fewest.</param>
/// <param name="DesiredCapacity">How many at first.</param>
/// <param name="MaxSize">The most.</param>
public sealed record ClusterSettings(string InstanceType, MachineImage Image, int MinSize, int DesiredCapacity, int MaxSize)
{
    /// <summary>How many of the instances are spot instances, in percent. Default: 0.</summary>
    public int SpotPercent { get; init; }

    /// <summary>Memory that tasks cannot have, in MiB. Default: 128.</summary>
    public int ReservedMemory { get; init; } = 128;

    /// <summary>How readily the kernel swaps, 0 to 100. Default: null, as the machine image has it.</summary>
    public int? Swappiness { get; init; }

    /// <summary>The settings as the component takes them.</summary>
    /// <returns>The capacity.</returns>
    public InstanceCapacity ToCapacity() => new()
    {
        InstanceType = InstanceType,
        Image = Image,
        MinSize = MinSize,
        DesiredCapacity = DesiredCapacity,
        MaxSize = MaxSize,
        Mix = SpotPercent == 0 ? null : new InstanceMix { SpotPercent = SpotPercent },
        ReservedMemoryMiB = ReservedMemory,
        Metrics =
        [
            Metric.GroupInServiceCapacity, Metric.GroupInServiceInstances, Metric.GroupPendingCapacity, Metric.GroupPendingInstances,
            Metric.GroupTerminatingCapacity, Metric.GroupTerminatingInstances, Metric.GroupTotalCapacity, Metric.GroupTotalInstances,
        ],
        Agent = new AgentOptions
        {
            Script = Swappiness is { } swappiness
                ? string.Create(CultureInfo.InvariantCulture, $"echo 'vm.swappiness = {swappiness}' > /etc/sysctl.d/90-swappiness.conf\nsysctl --system")
                : null,
        },
    };

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        foreach (var problem in ToCapacity().Problems(where))
        {
            yield return problem;
        }

        if (Swappiness is < 0 or > 100)
        {
            yield return new Problem($"{where}.swappiness", $"{Swappiness}", "0 to 100", "Choose how readily the kernel swaps");
        }
    }

    /// <summary>Reads the section.</summary>
    internal static ClusterSettings Read(ConfigSection section)
    {
        var image = section.Section("image", "The instances' machine image, pinned; the command ami proposes the newest");
        var settings = new ClusterSettings(
            section.Text("instanceType", "The instances' type, such as t3.medium"),
            new MachineImage(
                image.Text("id", "Its id", ConfigFormat.MachineImageId),
                image.Text("name", "The name of the image with that id, which says what it is made of")),
            section.Number("minSize", "The fewest instances"),
            section.Number("desiredCapacity", "How many instances there are at first; the cluster adds and removes them from then on"),
            section.Number("maxSize", "The most instances"))
        {
            SpotPercent = section.OptionalNumber("spotPercent", 0, "How many of the instances are spot instances, in percent"),
            ReservedMemory = section.OptionalNumber("reservedMemory", 128, "Memory of an instance that tasks cannot have, in MiB"),
            Swappiness = section.NumberOrNull("swappiness", null, "How readily the kernel swaps, 0 to 100", "as the machine image has it"),
        };
        section.Include(image);
        return settings;
    }
}
