using System.Text.RegularExpressions;

namespace EcsPlatform.Clusters;

/// <summary>
/// An ECS-optimised machine image, pinned: the id decides, the name says where the id came from. A newer image is a change of
/// the pin, never something that an unrelated update picks up.
/// </summary>
/// <param name="Id">For example <c>ami-0a1b2c3d4e5f67890</c>.</param>
/// <param name="Name">For example <c>al2023-ami-ecs-hvm-2023.0.20261105-kernel-6.1-x86_64</c>.</param>
public sealed partial record MachineImage(string Id, string Name)
{
    /// <summary>The processors that the image is made for, by the end of its name; null when the name does not tell.</summary>
    public InstanceArchitecture? Architecture => Name switch
    {
        _ when Name.EndsWith("x86_64", StringComparison.Ordinal) => InstanceArchitecture.X64,
        _ when Name.EndsWith("arm64", StringComparison.Ordinal) => InstanceArchitecture.Arm64,
        _ => null,
    };

    /// <summary>
    /// The public SSM parameter that holds the id of the newest ECS-optimised image of Amazon Linux 2023, for whoever proposes a new
    /// pin; programs never read it
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html).
    /// </summary>
    /// <param name="architecture">The processors.</param>
    /// <returns>The parameter's name.</returns>
    public static string IdParameter(InstanceArchitecture architecture) => $"{Recommended(architecture)}/image_id";

    /// <summary>The public SSM parameter that holds the name of the same image.</summary>
    /// <param name="architecture">The processors.</param>
    /// <returns>The parameter's name.</returns>
    public static string NameParameter(InstanceArchitecture architecture) => $"{Recommended(architecture)}/image_name";

    /// <summary>Finds what is wrong with this image.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when the image is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!IdPattern().IsMatch(Id))
        {
            yield return new Problem(
                $"{where}.id", $"'{Id}'", "ami- and 8 or 17 hexadecimal digits", "Give the id of an ECS-optimised AMI of the region");
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new Problem(
                $"{where}.name", "nothing", "the AMI's name", "Give the name that belongs to the id, so that people can tell its age");
        }
        else if (Architecture is null)
        {
            yield return new Problem(
                $"{where}.name",
                $"'{Name}'",
                "a name that ends in x86_64 or arm64",
                "Give the AMI's full name, so that its architecture can be compared with the instance type's");
        }
    }

    private static string Recommended(InstanceArchitecture architecture) =>
        $"/aws/service/ecs/optimized-ami/amazon-linux-2023{(architecture == InstanceArchitecture.Arm64 ? "/arm64" : "")}/recommended";

    [GeneratedRegex(@"\Aami-(?:[0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex IdPattern();
}
